package dk.samblik.consent;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.HouseholdAccess;
import dk.samblik.access.LogUnavailable;
import dk.samblik.access.Staff;
import dk.samblik.access.Vault;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.population.Person;
import dk.samblik.storage.Database;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Changes who takes part in a household, in one transaction: the member as it is now, a row that says what it was and who
 * changed it, and the end of the consent of whoever takes part no more. What was fetched about them is gone in that commit.
 */
@Component
class MemberChanges {

    private static final String CHANGED = """
            insert into member_change (change_id, household_id, person_id, was, became, reason, changed_by, changed_at)
            values (:id, :household, :person, :was, :became, :reason, :by, :at)
            """;
    private static final String LAST = """
            select hand from (select recorded_by as hand, recorded_at as moment from consent where household_id = :household
              union all select changed_by, changed_at from member_change where household_id = :household) one
             order by moment desc limit 1
            """;

    private final Database web;
    private final Vault vault;
    private final AccessLog log;
    private final Residents residents;
    private final Staff staff;
    private final CivilClock clock;

    MemberChanges(
            @Qualifier("webDatabase") Database web,
            Vault vault,
            AccessLog log,
            Residents residents,
            Staff staff,
            CivilClock clock) {
        this.web = web;
        this.vault = vault;
        this.log = log;
        this.residents = residents;
        this.staff = staff;
        this.clock = clock;
    }

    /** What is asked for, seen at {@code stand}: changes, and members gone from the address who are members no more. */
    record Wanted(List<MemberChange> changes, List<PersonId> departed, String stand) {

        Wanted {
            changes = List.copyOf(changes);
            departed = List.copyOf(departed);
        }
    }

    /**
     * What was done. {@code over}: nobody is left, and the household has gone out of the project; {@code withdrawn}: the
     * version that ended the first of the consents, null for none; {@code logged}: false where the log could not take
     * that a consent ended.
     */
    record Done(boolean over, @Nullable String withdrawn, boolean logged) {}

    /** One change in the history of a household; {@code was} is null for somebody who was no member before. */
    record Changed(
            PersonId person,
            @Nullable Participation was,
            MemberChange.To became,
            @Nullable String reason,
            String by,
            Instant at) {}

    /** Somebody is an open member of another household. */
    static final class InAnother extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record Ended(Map<PersonId, WithdrawalSql.Result> consents, boolean over) {}

    /**
     * Does all of it or nothing: throws {@link ChangedMeanwhile} where the household is another than the page was opened on,
     * {@link InAnother}, or {@code LogUnavailable}. A consent that ends is logged when it has ended, as every withdrawal is.
     */
    Done make(DeskLook.Look look, Wanted wanted) {
        HouseholdId household = look.household().id();
        WithdrawalSql sql = new WithdrawalSql(web, vault, clock);
        WithdrawalSql.Act act =
                new WithdrawalSql.Act(new Withdrawn.Everything(), look.viewer().subject(), clock.now());
        Ended ended = web.inTransaction(() -> {
            sql.hold(household);
            if (!residents.stand(household).equals(wanted.stand())) {
                throw new ChangedMeanwhile(staff.nameOf(lastHand(household)));
            }
            List<Access> lines = new ArrayList<>();
            wanted.changes().forEach(change -> lines.add(line(look, apply(household, change, act), change.to())));
            wanted.departed()
                    .forEach(person ->
                            lines.add(line(look, departed(household, person, act), MemberChange.To.MOVED_OUT)));
            Ended gone = end(household, wanted.changes(), sql, act);
            log.record(lines);
            return gone;
        });
        Erasures.settle(web, vault);
        return new Done(
                ended.over(),
                ended.consents().values().stream()
                        .map(WithdrawalSql.Result::consent)
                        .findFirst()
                        .orElse(null),
                logged(look, ended.consents()));
    }

    private Ended end(HouseholdId household, List<MemberChange> changes, WithdrawalSql sql, WithdrawalSql.Act act) {
        Map<PersonId, WithdrawalSql.Result> ended = new LinkedHashMap<>();
        changes.stream()
                .filter(MemberChange::endsConsent)
                .map(change -> Objects.requireNonNull(change.who().id()))
                .forEach(person -> sql.withdraw(person, act).ifPresent(result -> ended.put(person, result)));
        boolean over = ended.values().stream().anyMatch(WithdrawalSql.Result::nobodyLeft);
        if (!over && nobodyTakesPart(household)) {
            sql.leave(household);
            over = true;
        }
        return new Ended(ended, over);
    }

    private boolean nobodyTakesPart(HouseholdId household) {
        return web.sql()
                .sql("select not exists (select from member where household_id = :household and member_to is null"
                        + " and participation = 'PARTICIPANT')")
                .param("household", household.value())
                .query(Boolean.class)
                .single();
    }

    /** A log that cannot be written must not keep a consent in force. */
    private boolean logged(DeskLook.Look look, Map<PersonId, WithdrawalSql.Result> ended) {
        List<Access> lines = new ArrayList<>();
        ended.forEach((person, result) -> lines.add(
                Withdrawal.line(result, person, new Withdrawn.Everything(), look.viewer(), look.requestId())));
        try {
            if (!lines.isEmpty()) {
                log.record(lines);
            }
            return true;
        } catch (LogUnavailable afterwards) {
            return false;
        }
    }

    private PersonId apply(HouseholdId household, MemberChange change, WithdrawalSql.Act act) {
        PersonId known = change.who().id();
        PersonId person = known == null ? new PersonId(UUID.randomUUID()) : known;
        if (known == null) {
            join(household, person, change);
        } else if (change.to().participation() == null) {
            leave(person, lastDay(change.who().person()));
        } else {
            become(household, person, change);
        }
        Participation was = change.who().now();
        note(household, person, was == null ? null : was.name(), change.to(), change.reason(), act);
        return person;
    }

    private PersonId departed(HouseholdId household, PersonId person, WithdrawalSql.Act act) {
        String was = web.sql()
                .sql("select participation from member where person_id = :person")
                .param("person", person.value())
                .query(String.class)
                .single();
        leave(person, clock.today().minusDays(1));
        note(household, person, was, MemberChange.To.MOVED_OUT, null, act);
        return person;
    }

    private void join(HouseholdId household, PersonId person, MemberChange change) {
        Person who = Objects.requireNonNull(change.who().person(), "only the register names somebody new");
        byte[] hash = vault.hash(who.cpr());
        boolean elsewhere = web.sql()
                .sql("select exists (select from member where cpr_hash = :hash and member_to is null)")
                .param("hash", hash)
                .query(Boolean.class)
                .single();
        if (elsewhere) {
            throw new InAnother();
        }
        web.sql()
                .sql("""
                        insert into member (person_id, household_id, cpr_hash, cpr_sealed, participation, relation, reason,
                          member_from)
                        values (:person, :household, :hash, :sealed, :participation, :relation, :reason, :today)
                        """)
                .param("person", person.value())
                .param("household", household.value())
                .param("hash", hash)
                .param("sealed", sealed(household, person, change))
                .param("participation", change.to().name())
                .param("relation", change.who().adult() ? "ADULT" : Member.CHILD)
                .param("reason", change.reason())
                .param("today", clock.today())
                .update();
    }

    /** What waits to become a consent waits no more where somebody takes part no more. */
    private void become(HouseholdId household, PersonId person, MemberChange change) {
        web.sql()
                .sql("update member set participation = :participation, reason = :reason, cpr_sealed = :sealed"
                        + " where person_id = :person")
                .param("participation", change.to().name())
                .param("reason", change.reason())
                .param("sealed", sealed(household, person, change))
                .param("person", person.value())
                .update();
        if (change.endsConsent()) {
            web.sql()
                    .sql("update consent set status = 'SUPERSEDED' where person_id = :person and status = 'DRAFT'")
                    .param("person", person.value())
                    .update();
        }
    }

    /** Only a participant's number is kept. */
    private byte @Nullable [] sealed(HouseholdId household, PersonId person, MemberChange change) {
        if (change.to() != MemberChange.To.PARTICIPANT) {
            return null;
        }
        Person who = Objects.requireNonNull(change.who().person(), "who takes part is in the register");
        return vault.seal(household, Member.label(person), who.cpr().digits().getBytes(StandardCharsets.US_ASCII));
    }

    private LocalDate lastDay(@Nullable Person person) {
        LocalDate moved = person == null ? null : person.movedIn();
        return moved == null || moved.isAfter(clock.today()) ? clock.today().minusDays(1) : moved.minusDays(1);
    }

    private void leave(PersonId person, LocalDate last) {
        web.sql()
                .sql("update member set member_to = greatest(member_from, :last) where person_id = :person")
                .param("last", last)
                .param("person", person.value())
                .update();
        web.sql()
                .sql("delete from consent_in_force where person_id = :person")
                .param("person", person.value())
                .update();
    }

    private void note(
            HouseholdId household,
            PersonId person,
            @Nullable String was,
            MemberChange.To became,
            @Nullable String reason,
            WithdrawalSql.Act act) {
        web.sql()
                .sql(CHANGED)
                .param("id", UUID.randomUUID())
                .param("household", household.value())
                .param("person", person.value())
                .param("was", was)
                .param("became", became.name())
                .param("reason", reason)
                .param("by", act.by())
                .param("at", act.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Access line(DeskLook.Look look, PersonId person, MemberChange.To became) {
        return new Access(
                Access.Action.MEMBER_CHANGED,
                look.viewer(),
                HouseholdAccess.DESK_PURPOSE,
                look.household().id(),
                person,
                null,
                Set.of(),
                List.of(),
                null,
                became.name(),
                look.requestId(),
                null);
    }

    private String lastHand(HouseholdId household) {
        return web.sql()
                .sql(LAST)
                .param("household", household.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Every change there was, the newest first. */
    List<Changed> of(HouseholdId household) {
        return web.sql()
                .sql("select * from member_change where household_id = :household order by changed_at desc, change_id")
                .param("household", household.value())
                .query((row, number) -> new Changed(
                        new PersonId(Rows.id(row, "person_id")),
                        row.getString("was") == null ? null : Participation.valueOf(row.getString("was")),
                        MemberChange.To.valueOf(row.getString("became")),
                        row.getString("reason"),
                        row.getString("changed_by"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
