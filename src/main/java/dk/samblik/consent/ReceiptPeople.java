package dk.samblik.consent;

import dk.samblik.consent.ConsentRecord.Party;
import dk.samblik.consent.ConsentRecord.Role;
import dk.samblik.consent.ConsentRecord.Type;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the people on one receipt are called: by name, or "Adult 2" where no name may be printed or none is known. */
final class ReceiptPeople {

    private final Map<String, String> names = new HashMap<>();
    private final ReceiptWords words;

    ReceiptPeople(Receipt receipt, ReceiptWords words) {
        this.words = words;
        Map<Type, Integer> counted = new EnumMap<>(Type.class);
        for (ConsentRecord record : receipt.records()) {
            for (Party party : record.parties(Role.PII_PRINCIPAL)) {
                Type type = party.partyType() == Type.CHILD ? Type.CHILD : Type.ADULT;
                int number = counted.merge(type, 1, Integer::sum);
                String name = party.partyName();
                names.put(party.partyId(), name == null ? words.say("person." + type, number) : name);
            }
        }
    }

    /** Whom the consent is about. */
    String subject(ConsentRecord record) {
        return names.getOrDefault(record.header().piiPrincipalId().toString(), words.say("person.unknown"));
    }

    /** Who gave it, all in the same capacity: "the person", or "Bo Testesen and Ea Testesen, with custody". */
    String givers(ConsentRecord record, List<ConsentRecord.Event> given) {
        ConsentRecord.Given how = given.get(0).given();
        Capacity capacity = how == null ? Capacity.SELF : how.capacity();
        String capable = words.say("receipt.capacity." + capacity);
        if (capacity == Capacity.SELF) {
            return capable;
        }
        List<String> all =
                given.stream().map(event -> giver(record, event.entityId())).toList();
        return words.say("receipt.giver", words.list(all), capable);
    }

    private String giver(ConsentRecord record, String party) {
        return record.parties(Role.GRANTOR).stream()
                .filter(each -> each.partyId().equals(party))
                .flatMap(each -> Stream.ofNullable(each.partyName()))
                .findFirst()
                .orElseGet(() -> names.getOrDefault(party, words.say("receipt.giver.unnamed")));
    }
}
