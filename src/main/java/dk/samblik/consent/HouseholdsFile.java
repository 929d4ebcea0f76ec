package dk.samblik.consent;

import dk.samblik.access.SealBroken;
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

    private record Known(UUID household, boolean ended) {}

    /** What the database knows that could contradict the batch. */
    private record Stored(Map<String, UUID> numbers, Map<UUID, Known> persons, Map<String, UUID> openNumbers) {}

    @Override
    public void take(List<Entry> batch, Refusals refusals) {
        List<HouseholdEntry> entries =
                batch.stream().map(entry -> entry.as(HouseholdEntry.class)).toList();
        Map<UUID, Cpr> numbers = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            check(batch.get(i).index(), entries.get(i), numbers, refusals);
        }
        Stored known = known(entries, numbers);
        for (int i = 0; i < entries.size(); i++) {
            contradictions(batch.get(i).index(), entries.get(i), numbers, known, refusals);
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

    private Stored known(List<HouseholdEntry> entries, Map<UUID, Cpr> numbers) {
        Map<String, UUID> taken = new HashMap<>();
        web.sql()
                .sql("select number, household_id from household where number = any(:numbers)")
                .param("numbers", entries.stream().map(HouseholdEntry::number).toArray(String[]::new))
                .query(row -> {
                    taken.put(row.getString(1), row.getObject(2, UUID.class));
                });
        Map<UUID, Known> persons = new HashMap<>();
        web.sql()
                .sql("select person_id, household_id, member_to from member where person_id = any(:ids::uuid[])")
                .param("ids", numbers.keySet().stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    persons.put(
                            row.getObject(1, UUID.class),
                            new Known(row.getObject(2, UUID.class), row.getObject(3) != null));
                });
        Map<String, UUID> open = new HashMap<>();
        web.sql()
                .sql("""
                        select encode(cpr_hash, 'hex'), person_id from member
                         where member_to is null and cpr_hash in (select decode(h, 'hex') from unnest(:hashes::text[]) h)
                        """)
                .param(
                        "hashes",
                        numbers.values().stream().map(cpr -> hash(cpr).hex()).toArray(String[]::new))
                .query(row -> {
                    open.put(row.getString(1), row.getObject(2, UUID.class));
                });
        return new Stored(taken, persons, open);
    }

    private void contradictions(
            int index, HouseholdEntry entry, Map<UUID, Cpr> numbers, Stored known, Refusals refusals) {
        UUID taken = known.numbers().putIfAbsent(entry.number(), entry.householdId());
        if (taken != null && !taken.equals(entry.householdId())) {
            refusals.add(index, "/number", "NUMBER_OF_ANOTHER_HOUSEHOLD");
        }
        for (int i = 0; i < entry.members().size(); i++) {
            MemberEntry member = entry.members().get(i);
            Known before = known.persons().get(member.personId());
            if (before != null && !before.ended() && !before.household().equals(entry.householdId())) {
                refusals.add(index, "/members/" + i + "/person_id", "MEMBER_OF_ANOTHER_HOUSEHOLD");
            }
            Cpr number = numbers.get(member.personId());
            UUID holder = number == null || member.to() != null
                    ? null
                    : known.openNumbers().putIfAbsent(hash(number).hex(), member.personId());
            if (holder != null && !holder.equals(member.personId())) {
                refusals.add(index, "/members/" + i + "/cpr", "NUMBER_OF_ANOTHER_MEMBER");
            }
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
        try {
            vault.admit(ids);
            return Set.of();
        } catch (SealBroken someAreErased) {
            return ids.stream()
                    .filter(id -> !admitted(id))
                    .map(HouseholdId::value)
                    .collect(Collectors.toSet());
        }
    }

    private boolean admitted(HouseholdId household) {
        try {
            vault.admit(List.of(household));
            return true;
        } catch (SealBroken erased) {
            return false;
        }
    }

    private @Nullable Object[] values(HouseholdEntry entry, MemberEntry member, Map<UUID, Cpr> numbers) {
        Cpr number = java.util.Objects.requireNonNull(numbers.get(member.personId()));
        return new @Nullable Object[] {
            member.personId(),
            entry.householdId(),
            hash(number).bytes(),
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

    private CprHash hash(Cpr number) {
        return CprHash.of(vault.hash(number));
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
