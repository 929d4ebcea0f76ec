package dk.samblik.consent;

import dk.samblik.access.Vault;
import dk.samblik.consent.EntryFile.Entry;
import dk.samblik.consent.HouseholdEntry.MemberEntry;
import dk.samblik.household.Cpr;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes a file of households, batch by batch, inside one transaction. Numbers are sealed or hashed before they are stored. */
final class HouseholdsFile implements ImportFile {

    private static final String HOUSEHOLD = """
            insert into household (household_id, number, area, project_code, enrolled, exit_date) values (?, ?, ?, ?, ?, ?)
            on conflict (household_id) do update set number = excluded.number, area = excluded.area,
              project_code = excluded.project_code, enrolled = excluded.enrolled, exit_date = excluded.exit_date
            """;

    // A membership that the population register ended is not opened again by the same file.
    private static final String MEMBER = """
            insert into member (person_id, household_id, cpr_hash, cpr_sealed, participation, relation, reason, member_from,
              member_to)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (person_id) do update set household_id = excluded.household_id, cpr_hash = excluded.cpr_hash,
              cpr_sealed = excluded.cpr_sealed, participation = excluded.participation, relation = excluded.relation,
              reason = excluded.reason, member_from = excluded.member_from,
              member_to = case when excluded.member_to is null and excluded.member_from = member.member_from
                then member.member_to else excluded.member_to end
            """;

    private final Database web;
    private final Vault vault;
    private final Set<UUID> seenHouseholds = new HashSet<>();
    private final Set<UUID> seenPersons = new HashSet<>();
    private final Set<HouseholdId> stored = new LinkedHashSet<>();

    HouseholdsFile(Database web, Vault vault) {
        this.web = web;
        this.vault = vault;
    }

    @Override
    public void take(List<Entry> batch, Refusals refusals) {
        List<HouseholdEntry> entries =
                batch.stream().map(entry -> entry.as(HouseholdEntry.class)).toList();
        Map<UUID, Cpr> numbers = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            check(batch.get(i).index(), entries.get(i), numbers, refusals);
        }
        HouseholdsKnown known = HouseholdsKnown.to(web, vault, entries, numbers);
        for (int i = 0; i < entries.size(); i++) {
            known.contradictions(batch.get(i).index(), entries.get(i), refusals);
        }
        if (refusals.none()) {
            store(entries, numbers);
        }
    }

    private void check(int index, HouseholdEntry entry, Map<UUID, Cpr> numbers, Refusals refusals) {
        if (!seenHouseholds.add(entry.householdId())) {
            refusals.add(index, "/household_id", "TWICE_IN_THE_FILE");
        }
        if (entry.exit() != null && entry.exit().isBefore(entry.enrolled())) {
            refusals.add(index, "/exit", "BEFORE_ENROLLED");
        }
        for (int i = 0; i < entry.members().size(); i++) {
            MemberEntry member = entry.members().get(i);
            String place = "/members/" + i;
            if (!seenPersons.add(member.personId())) {
                refusals.add(index, place + "/person_id", "TWICE_IN_THE_FILE");
            }
            if (member.to() != null && member.to().isBefore(member.from())) {
                refusals.add(index, place + "/to", "BEFORE_FROM");
            }
            Optional<Cpr> number = Cpr.read(member.cpr()).filter(cpr -> !cpr.replacement());
            number.ifPresentOrElse(
                    cpr -> numbers.put(member.personId(), cpr),
                    () -> refusals.add(index, place + "/cpr", "CPR_UNREADABLE"));
        }
    }

    private void store(List<HouseholdEntry> entries, Map<UUID, Cpr> numbers) {
        Set<UUID> erased = erased(entries);
        List<Object[]> households = new ArrayList<>();
        List<Object[]> members = new ArrayList<>();
        for (HouseholdEntry entry : entries) {
            if (erased.contains(entry.householdId())) {
                continue;
            }
            households.add(new Object[] {
                entry.householdId(),
                entry.number(),
                entry.area(),
                entry.projectCode(),
                Rows.sql(entry.enrolled()),
                Rows.sql(entry.exit())
            });
            entry.members().forEach(member -> members.add(values(entry, member, numbers)));
            stored.add(new HouseholdId(entry.householdId()));
        }
        web.batch().batchUpdate(HOUSEHOLD, households);
        web.batch().batchUpdate(MEMBER, members);
    }

    /**
     * Makes the keys. A household whose key was destroyed, because nobody in it consents any more, is passed over: the
     * desk's next file still has it, and who comes back is enrolled as a new household.
     */
    private Set<UUID> erased(List<HouseholdEntry> entries) {
        List<HouseholdId> ids = entries.stream()
                .map(entry -> new HouseholdId(entry.householdId()))
                .toList();
        vault.admit(ids);
        return ids.stream()
                .filter(id -> !vault.holds(id))
                .map(HouseholdId::value)
                .collect(Collectors.toSet());
    }

    private @Nullable Object[] values(HouseholdEntry entry, MemberEntry member, Map<UUID, Cpr> numbers) {
        Cpr number = Objects.requireNonNull(numbers.get(member.personId()));
        return new @Nullable Object[] {
            member.personId(),
            entry.householdId(),
            vault.hash(number),
            sealed(entry, member, number),
            member.participation().name(),
            member.relation(),
            member.reason(),
            Rows.sql(member.from()),
            Rows.sql(member.to())
        };
    }

    private byte @Nullable [] sealed(HouseholdEntry entry, MemberEntry member, Cpr number) {
        return member.participation() == Participation.PARTICIPANT
                ? vault.seal(
                        new HouseholdId(entry.householdId()),
                        Member.label(new PersonId(member.personId())),
                        number.digits().getBytes(StandardCharsets.US_ASCII))
                : null;
    }

    @Override
    public int stored() {
        return stored.size();
    }

    @Override
    public Set<HouseholdId> touched() {
        return stored;
    }
}
