package dk.samblik.consent;

import dk.samblik.access.Grant;
import dk.samblik.access.Vault;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The receipts, each made when it is first asked for and the same ever after: the records are stored sealed, with the hash
 * of their bytes, so that what somebody holds can be shown to be what was given.
 */
@Component
class Receipts {

    private static final int NONCE = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String OF_RECEIPT = """
            select c.household_id, c.consent_id, c.version from receipt r join consent c using (consent_id, version)
             where r.receipt_id = :id order by c.valid_from, c.consent_id, c.version
            """;
    private static final String NEWEST = """
            select household_id, consent_id, version from consent where consent_id = :id order by version desc limit 1
            """;
    private static final String STORED = """
            select * from receipt where consent_id = any(:ids::uuid[])
            """;
    private static final String PUT = """
            insert into receipt (consent_id, version, receipt_id, receipt_issued_at, receipt_hash, record_sealed)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private final Database web;
    private final Vault vault;
    private final Acts acts;
    private final ReceiptParties parties;
    private final DataController controller;
    private final CivilClock clock;

    Receipts(
            @Qualifier("webDatabase") Database web,
            Vault vault,
            Acts acts,
            ReceiptParties parties,
            DataController controller,
            CivilClock clock) {
        this.web = web;
        this.vault = vault;
        this.acts = acts;
        this.parties = parties;
        this.controller = controller;
        this.clock = clock;
    }

    /** Which versions a receipt is of, in the order they stand on it; nothing about what they say. */
    record Found(HouseholdId household, List<Consents.Version> versions) {}

    private record Stored(Consents.Version version, byte[] hash, byte[] sealed) {}

    /**
     * By the id of a receipt all that was agreed in one act; by the id of a consent that consent alone, in its newest
     * version. Empty where there is neither.
     */
    Optional<Found> find(UUID id) {
        Optional<Found> receipt = found(OF_RECEIPT, id);
        return receipt.isPresent() ? receipt : found(NEWEST, id);
    }

    private Optional<Found> found(String sql, UUID id) {
        List<Found> rows = web.sql()
                .sql(sql)
                .param("id", id)
                .query((row, number) -> new Found(new HouseholdId(Rows.id(row, "household_id")), List.of(version(row))))
                .list();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(
                        rows.get(0).household(),
                        rows.stream().flatMap(row -> row.versions().stream()).toList()));
    }

    /** The receipt, opened against a grant for its household; made, if it was never asked for before. */
    Receipt read(Grant grant, Found found, String requestId) {
        Map<Consents.Version, Stored> stored = stored(found.versions());
        for (Consents.Version version : found.versions()) {
            if (!stored.containsKey(version)) {
                issue(grant, found.household(), version, requestId);
                stored = stored(found.versions());
            }
        }
        List<Receipt.Entry> entries = new ArrayList<>();
        for (Consents.Version version : found.versions()) {
            entries.add(open(grant, found.household(), Objects.requireNonNull(stored.get(version))));
        }
        return new Receipt(entries);
    }

    /**
     * Makes the receipt of the act that this version was part of, where it was not asked for before, under a grant for its
     * household; answers with the id it has ever after.
     */
    UUID issued(Grant grant, HouseholdId household, Consents.Version version, String requestId) {
        if (stored(List.of(version)).get(version) == null) {
            issue(grant, household, version, requestId);
        }
        return web.sql()
                .sql("select receipt_id from receipt where consent_id = :consent and version = :version")
                .param("consent", version.consent())
                .param("version", version.version())
                .query(UUID.class)
                .single();
    }

    private Map<Consents.Version, Stored> stored(List<Consents.Version> versions) {
        return web
                .sql()
                .sql(STORED)
                .param(
                        "ids",
                        versions.stream()
                                .map(version -> version.consent().toString())
                                .toArray(String[]::new))
                .query((row, number) ->
                        new Stored(version(row), row.getBytes("receipt_hash"), row.getBytes("record_sealed")))
                .list()
                .stream()
                .collect(Collectors.toMap(Stored::version, stored -> stored));
    }

    private Receipt.Entry open(Grant grant, HouseholdId household, Stored stored) {
        byte[] json = vault.openRecord(grant, household, label(stored.version()), stored.sealed());
        byte[] hash = DigestUtils.sha256(json);
        if (!MessageDigest.isEqual(hash, stored.hash())) {
            throw new IllegalStateException("a stored receipt is not the one that was given");
        }
        return new Receipt.Entry(ConsentRecord.of(json), json, HexFormat.of().formatHex(hash));
    }

    /** Two who ask first at the same moment both write; the one that commits first is the receipt. */
    private void issue(Grant grant, HouseholdId household, Consents.Version version, String requestId) {
        List<Agreed> act = acts.of(grant, version);
        Map<Consents.Version, ReceiptParties.Parties> named =
                parties.of(household, act, namesBefore(grant, household, act), requestId);
        UUID receipt = UUID.randomUUID();
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        List<Object[]> rows = act.stream()
                .sorted(Comparator.comparing((Agreed agreed) -> agreed.consent().id()))
                .map(agreed -> {
                    ConsentRecord record = new RecordOfConsent(
                                    agreed, Objects.requireNonNull(named.get(agreed.version())), controller)
                            .write(metadata(receipt, now));
                    return row(agreed.version(), receipt, now, record.json());
                })
                .toList();
        web.doInTransaction(() -> web.batch().batchUpdate(PUT, rows));
    }

    private static ConsentRecord.Metadata metadata(UUID receipt, Instant now) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        return new ConsentRecord.Metadata(
                ConsentRecord.SCHEMA,
                receipt,
                now.atZone(CivilClock.COPENHAGEN).toOffsetDateTime(),
                HexFormat.of().formatHex(nonce));
    }

    private Object[] row(Consents.Version version, UUID receipt, Instant now, byte[] json) {
        return new Object[] {
            version.consent(),
            version.version(),
            receipt,
            Timestamp.from(now),
            DigestUtils.sha256(json),
            vault.sealRecord(label(version), json)
        };
    }

    /** What people were called on earlier receipts of these consents: the register may no longer be asked about them. */
    private Map<String, String> namesBefore(Grant grant, HouseholdId household, List<Agreed> act) {
        Map<String, String> names = new HashMap<>();
        stored(act.stream().map(Agreed::version).toList()).values().stream()
                .sorted(Comparator.comparing(stored -> stored.version().version()))
                .flatMap(stored -> open(grant, household, stored).record().partyIdentification().stream())
                .forEach(party -> {
                    String name = party.partyName();
                    if (name != null) {
                        names.put(party.partyId(), name);
                    }
                });
        return names;
    }

    private static Consents.Version version(ResultSet row) throws SQLException {
        return new Consents.Version(Rows.id(row, "consent_id"), row.getInt("version"));
    }

    private static String label(Consents.Version version) {
        return "receipt|" + version.consent() + "|" + version.version();
    }
}
