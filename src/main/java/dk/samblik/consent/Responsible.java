package dk.samblik.consent;

import dk.samblik.consent.ConsentRecord.Party;
import dk.samblik.consent.ConsentRecord.Role;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a receipt says of who is responsible: how a consent is taken back there, whom to ask, and where to complain. */
record Responsible(ConsentRecord record, ReceiptWords words) {

    /** The ways to take it back, each at least as easy as giving it was; what the consent itself says where none is set. */
    List<String> ways() {
        Party controller = controller();
        List<String> ways = lines(
                line("receipt.way.phone", controller.partyPhone()),
                line("receipt.way.mail", controller.partyEmail()),
                line("receipt.way.place", controller.partyAddress()));
        String agreed = record.piiProcessing().withdrawalMethod();
        return ways.isEmpty() ? lines(line("receipt.way.agreed", agreed)) : ways;
    }

    /** Who it is, the data protection officer, and the rights somebody has. */
    List<String> whom() {
        String officer = record.parties(Role.DATA_PROTECTION_OFFICER).stream()
                .findFirst()
                .map(Party::partyContact)
                .orElse(null);
        return lines(
                line("receipt.controller", controller().partyName()),
                line("receipt.dpo", officer),
                words.say("receipt.rights"));
    }

    private Party controller() {
        return record.parties(Role.PII_CONTROLLER).get(0);
    }

    private @Nullable String line(String key, @Nullable String value) {
        return value == null || value.isBlank() ? null : words.say(key, value);
    }

    private static List<String> lines(@Nullable String... lines) {
        return Stream.of(lines).flatMap(Stream::ofNullable).toList();
    }
}
