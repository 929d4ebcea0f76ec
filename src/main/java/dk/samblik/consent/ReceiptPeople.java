package dk.samblik.consent;

import dk.samblik.consent.ConsentRecord.Party;
import dk.samblik.consent.ConsentRecord.Role;
import dk.samblik.consent.ConsentRecord.Type;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

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

    /** Who gave it and in what capacity: "herself", or "Bo Testesen, custody holder". */
    String giver(ConsentRecord record, ConsentRecord.Event given) {
        ConsentRecord.Given how = given.given();
        String capacity = words.say("receipt.capacity." + (how == null ? Capacity.SELF : how.capacity()));
        if (given.entityId().equals(record.header().piiPrincipalId().toString())) {
            return capacity;
        }
        String name = record.parties(Role.GRANTOR).stream()
                .filter(party -> party.partyId().equals(given.entityId()))
                .findFirst()
                .map(Party::partyName)
                .orElse(names.get(given.entityId()));
        return name == null ? capacity : words.say("receipt.giver", name, capacity);
    }
}
