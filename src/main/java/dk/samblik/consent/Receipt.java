package dk.samblik.consent;

import dk.samblik.household.HouseholdId;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What somebody is given to keep after having agreed to something, or taken it back: the records of one act, each as it was
 * first handed out, the adults first. Never empty.
 */
record Receipt(List<Entry> entries) {

    private static final int PART = 4;
    private static final int SHOWN = 16;

    Receipt {
        entries = entries.stream()
                .sorted(Comparator.comparing(entry -> entry.record().ofChild()))
                .toList();
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a receipt is of at least one consent");
        }
    }

    /** One consent on it: the record, its bytes as stored, and their SHA-256 in small hexadecimal digits. */
    record Entry(ConsentRecord record, byte[] json, String hash) {

        /** The beginning of the hash, to be read aloud: {@code 7f3a 92b1 04cd 11ee}. */
        String code() {
            return hash.substring(0, SHOWN).replaceAll("(.{" + PART + "})(?!$)", "$1 ");
        }

        @Override
        public String toString() {
            return "Entry[" + record + "]";
        }
    }

    /** What the receipt is for. */
    enum Kind {
        GIVEN,
        DRAFT,
        WITHDRAWN,
        INVALIDATED
    }

    UUID id() {
        return first().receiptMetadata().receiptId();
    }

    HouseholdId household() {
        return new HouseholdId(first().piiProcessing().purposeContext().householdId());
    }

    /** When it was handed out first. */
    OffsetDateTime issued() {
        return first().receiptMetadata().receiptIssuedAt();
    }

    /** The number somebody can refer to: the beginning of the id, {@code 7F3A-92B1}. */
    String number() {
        String id = id().toString().toUpperCase(Locale.ROOT);
        return id.substring(0, PART) + "-" + id.substring(PART, 2 * PART);
    }

    Kind kind() {
        List<ConsentRecord> records = records();
        if (records.stream().anyMatch(record -> record.state() == ConsentRecord.State.INVALIDATED)) {
            return Kind.INVALIDATED;
        }
        if (records.stream().anyMatch(record -> record.withdrawal() != null)) {
            return Kind.WITHDRAWN;
        }
        boolean inForce = records.stream().anyMatch(record -> record.state() == ConsentRecord.State.ACTIVE);
        return inForce ? Kind.GIVEN : Kind.DRAFT;
    }

    List<ConsentRecord> records() {
        return entries.stream().map(Entry::record).toList();
    }

    private ConsentRecord first() {
        return entries.get(0).record();
    }

    @Override
    public String toString() {
        return "Receipt[" + id() + "]";
    }
}
