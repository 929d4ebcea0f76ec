package dk.samblik.consent;

import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Keeps the rows that content hangs on in step with what the rules say. A row goes in the transaction that takes its
 * ground away, and PostgreSQL takes what hangs on it; a row is made only while its consent is held active, so that a
 * withdrawal that commits meanwhile wins.
 */
@Component
class InForce {

    private final Database database;

    InForce(@Qualifier("pipelineDatabase") Database database) {
        this.database = database;
    }

    private record Key(PersonId person, String source) {
        static Key of(InForceRow row) {
            return new Key(row.person(), row.source().name());
        }
    }

    /** What is to be done: rows that go, rows that come or change. */
    private record Difference(List<InForceRow> gone, List<InForceRow> wanted) {}

    /** Writes what the judgements say; answers with the people whose consent was taken back in the meantime. */
    Set<PersonId> settle(Collection<Judgement> judgements) {
        return database.inTransactionOrAgain(() -> {
            Difference difference = difference(judgements);
            Set<PersonId> lost = notActive(difference.wanted());
            delete(difference.gone());
            put(difference.wanted().stream()
                    .filter(row -> !lost.contains(row.person()))
                    .toList());
            expire(verdicts(judgements, PersonRule.Effect.EXPIRES));
            leave(verdicts(judgements, PersonRule.Effect.LEAVES));
            return lost;
        });
    }

    private static Difference difference(Collection<Judgement> judgements) {
        List<InForceRow> gone = new ArrayList<>();
        List<InForceRow> wanted = new ArrayList<>();
        for (Judgement judgement : judgements) {
            Map<Key, InForceRow> now =
                    judgement.rows().stream().collect(Collectors.toMap(Key::of, Function.identity()));
            Map<Key, InForceRow> before = new HashMap<>();
            judgement.dossier().inForce().forEach(row -> before.put(Key.of(row), row));
            before.forEach((key, row) -> {
                InForceRow next = now.get(key);
                if (next == null || next.narrows(row)) {
                    gone.add(row);
                }
            });
            now.values().stream()
                    .filter(row -> !row.equals(before.get(Key.of(row))))
                    .forEach(wanted::add);
        }
        return new Difference(gone, wanted);
    }

    /**
     * Holds the consents that new rows rest on, and tells whose are no longer active. The lock waits for a withdrawal
     * under way and makes the next one wait; it then deletes what is written here.
     */
    private Set<PersonId> notActive(List<InForceRow> wanted) {
        Map<PersonId, InForceRow> relied =
                wanted.stream().collect(Collectors.toMap(InForceRow::person, Function.identity(), (one, other) -> one));
        if (relied.isEmpty()) {
            return Set.of();
        }
        Set<UUID> active = new HashSet<>(database.sql()
                .sql("""
                        select person_id from consent
                         where (consent_id, version) in (select * from unnest(:ids::uuid[], :versions::int[]))
                           and status = 'ACTIVE'
                         order by consent_id for share
                        """)
                .param("ids", texts(relied.values(), InForceRow::consent))
                .param("versions", texts(relied.values(), InForceRow::version))
                .query(UUID.class)
                .list());
        return relied.keySet().stream()
                .filter(person -> !active.contains(person.value()))
                .collect(Collectors.toSet());
    }

    private static String[] texts(Collection<InForceRow> rows, Function<InForceRow, Object> value) {
        return rows.stream().map(row -> String.valueOf(value.apply(row))).toArray(String[]::new);
    }

    private void delete(List<InForceRow> rows) {
        if (!rows.isEmpty()) {
            database.batch()
                    .batchUpdate(
                            "delete from consent_in_force where person_id = ? and source = ?",
                            rows.stream()
                                    .map(row -> new Object[] {
                                        row.person().value(), row.source().name()
                                    })
                                    .toList());
        }
    }

    private void put(List<InForceRow> rows) {
        if (!rows.isEmpty()) {
            database.batch()
                    .batchUpdate(
                            InForceRowSql.PUT,
                            rows.stream().map(InForceRowSql::values).toList());
        }
    }

    private void expire(List<Verdict> verdicts) {
        List<Object[]> consents = verdicts.stream()
                .map(verdict -> verdict.standing().consent())
                .filter(consent -> consent != null)
                .map(consent -> new Object[] {consent.id(), consent.version()})
                .toList();
        if (!consents.isEmpty()) {
            database.batch()
                    .batchUpdate(
                            "update consent set status = 'EXPIRED' where consent_id = ? and version = ? and status = 'ACTIVE'",
                            consents);
        }
    }

    /** A membership ends on the day before the move. */
    private void leave(List<Verdict> verdicts) {
        List<Object[]> members = verdicts.stream()
                .map(verdict -> new Object[] {
                    Rows.sql(lastDay(verdict.standing())),
                    verdict.standing().member().id().value()
                })
                .toList();
        if (!members.isEmpty()) {
            database.batch()
                    .batchUpdate("update member set member_to = ? where person_id = ? and member_to is null", members);
        }
    }

    private static LocalDate lastDay(PersonStanding standing) {
        LocalDate moved = standing.person() == null ? null : standing.person().movedIn();
        return moved != null && moved.isAfter(standing.member().from())
                ? moved.minusDays(1)
                : standing.today().minusDays(1);
    }

    private static List<Verdict> verdicts(Collection<Judgement> judgements, PersonRule.Effect effect) {
        return judgements.stream()
                .flatMap(judgement -> judgement.verdicts().stream())
                .filter(verdict -> verdict.has(effect))
                .toList();
    }
}
