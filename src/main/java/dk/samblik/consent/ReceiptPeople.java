package dk.samblik.consent;

import dk.samblik.consent.ConsentRecord.Event;
import dk.samblik.consent.ConsentRecord.Party;
import dk.samblik.consent.ConsentRecord.Role;
import dk.samblik.consent.ConsentRecord.Type;
import dk.samblik.consent.ConsentRecord.What;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The people on one receipt and who of them said yes: by name, or "Adult 2" where no name may be printed or none is known.
 */
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

    /** Who said yes to what concerns one person, with the day, the way, and until when. */
    public record Given(String person, String by, String day, String how, String until) {}

    /** Whom the consent is about. */
    String subject(ConsentRecord record) {
        return names.getOrDefault(record.header().piiPrincipalId().toString(), words.say("person.unknown"));
    }

    /** What a party in this part is called; empty where it may not be named and is nobody the receipt is about. */
    Optional<String> named(ConsentRecord record, Role role, String party) {
        return record.parties(role).stream()
                .filter(each -> each.partyId().equals(party))
                .flatMap(each -> Stream.ofNullable(each.partyName()))
                .findFirst()
                .or(() -> Optional.ofNullable(names.get(party)));
    }

    /** Those who gave one consent on the same day, in the same way and capacity, share a line. */
    List<Given> given(ConsentRecord record) {
        Map<List<@Nullable Object>, List<Event>> together = new LinkedHashMap<>();
        events(record, What.GIVEN)
                .forEach(event -> together.computeIfAbsent(
                                Arrays.asList(event.eventTime(), event.given()), same -> new ArrayList<>())
                        .add(event));
        return together.values().stream().map(events -> given(record, events)).toList();
    }

    private Given given(ConsentRecord record, List<Event> events) {
        ConsentRecord.Given how = events.get(0).given();
        String until = events(record, What.RECORDED)
                .flatMap(each -> Stream.ofNullable(each.validityDuration()))
                .findFirst()
                .map(duration -> words.shortDate(LocalDate.parse(duration.substring(duration.indexOf('/') + 1))))
                .orElse("");
        return new Given(
                subject(record),
                givers(record, events),
                words.shortDate(LocalDate.parse(events.get(0).eventTime())),
                how == null ? "" : how(how),
                until);
    }

    private String how(ConsentRecord.Given how) {
        String method = how.method() == null ? "" : words.say("receipt.method." + how.method());
        String checked = how.identityCheckedBy();
        return checked == null
                ? method
                : words.say(
                        "receipt.checked", method, words.say("receipt.identity." + checked.toLowerCase(Locale.ROOT)));
    }

    /** All in the same capacity: "the person", or "Bo Testesen and Ea Testesen, with custody". */
    private String givers(ConsentRecord record, List<Event> given) {
        ConsentRecord.Given how = given.get(0).given();
        Capacity capacity = how == null ? Capacity.SELF : how.capacity();
        String capable = words.say("receipt.capacity." + capacity);
        if (capacity == Capacity.SELF) {
            return capable;
        }
        List<String> all = given.stream()
                .map(event -> named(record, Role.GRANTOR, event.entityId())
                        .orElseGet(() -> words.say("receipt.giver.unnamed")))
                .toList();
        return words.say("receipt.giver", words.list(all), capable);
    }

    private static Stream<Event> events(ConsentRecord record, What what) {
        return record.events().stream().filter(event -> event.eventType() == what);
    }
}
