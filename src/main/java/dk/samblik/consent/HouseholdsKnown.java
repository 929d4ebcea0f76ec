package dk.samblik.consent;

import dk.samblik.access.Vault;
import dk.samblik.consent.HouseholdEntry.MemberEntry;
import dk.samblik.household.Cpr;
import dk.samblik.storage.Database;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is stored already and could contradict a batch of households, and what the batch has added to it so far. */
final class HouseholdsKnown {

    private final Map<UUID, CprHash> hashes;
    private final Map<String, UUID> numbers;
    private final Map<UUID, UUID> openMembers;
    private final Map<String, UUID> openHashes;

    private HouseholdsKnown(
            Map<UUID, CprHash> hashes,
            Map<String, UUID> numbers,
            Map<UUID, UUID> openMembers,
            Map<String, UUID> openHashes) {
        this.hashes = hashes;
        this.numbers = numbers;
        this.openMembers = openMembers;
        this.openHashes = openHashes;
    }

    /** {@code cprs}: the numbers of the batch by person, as far as they can be read. */
    static HouseholdsKnown to(Database web, Vault vault, List<HouseholdEntry> batch, Map<UUID, Cpr> cprs) {
        Map<UUID, CprHash> hashes = cprs.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> CprHash.of(vault.hash(each.getValue()))));
        return new HouseholdsKnown(
                hashes,
                pairs(
                        web,
                        "select number, household_id from household where number = any(:keys)",
                        batch.stream().map(HouseholdEntry::number).toList()),
                pairs(
                                web,
                                "select person_id::text, household_id from member"
                                        + " where member_to is null and person_id = any(:keys::uuid[])",
                                cprs.keySet().stream().map(UUID::toString).toList())
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(each -> UUID.fromString(each.getKey()), Map.Entry::getValue)),
                pairs(
                        web,
                        "select encode(cpr_hash, 'hex'), person_id from member where member_to is null"
                                + " and cpr_hash in (select decode(h, 'hex') from unnest(:keys::text[]) h)",
                        hashes.values().stream().map(CprHash::hex).toList()));
    }

    private static Map<String, UUID> pairs(Database web, String sql, Collection<String> keys) {
        Map<String, UUID> pairs = new HashMap<>();
        web.sql().sql(sql).param("keys", keys.toArray(String[]::new)).query(row -> {
            pairs.put(row.getString(1), row.getObject(2, UUID.class));
        });
        return pairs;
    }

    void contradictions(int index, HouseholdEntry entry, Refusals refusals) {
        if (another(numbers.putIfAbsent(entry.number(), entry.householdId()), entry.householdId())) {
            refusals.add(index, "/number", "NUMBER_OF_ANOTHER_HOUSEHOLD");
        }
        for (int i = 0; i < entry.members().size(); i++) {
            MemberEntry member = entry.members().get(i);
            if (another(openMembers.get(member.personId()), entry.householdId())) {
                refusals.add(index, "/members/" + i + "/person_id", "MEMBER_OF_ANOTHER_HOUSEHOLD");
            }
            CprHash hash = hashes.get(member.personId());
            if (hash != null
                    && member.to() == null
                    && another(openHashes.putIfAbsent(hash.hex(), member.personId()), member.personId())) {
                refusals.add(index, "/members/" + i + "/cpr", "NUMBER_OF_ANOTHER_MEMBER");
            }
        }
    }

    private static boolean another(@Nullable UUID known, UUID mine) {
        return known != null && !known.equals(mine);
    }
}
