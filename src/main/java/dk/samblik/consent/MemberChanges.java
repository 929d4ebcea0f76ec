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
import dk.samblik.storage.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Changes who takes part in a household, in one transaction: the member as it is now, a row that says what it was and who
 * changed it, and the end of the consent of whoever takes part no more. What was fetched about them is gone in that commit.
 */
@Component
class MemberChanges {

    private final Database web;
    private final Vault vault;
    private final AccessLog log;
    private final Residents residents;
    private final Staff staff;
    private final CivilClock clock;
    private final MemberSql members;

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
        this.members = new MemberSql(web, vault, clock);
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
                throw new ChangedMeanwhile(staff.nameOf(members.lastHand(household)));
            }
            List<Access> lines = new ArrayList<>();
            wanted.changes()
                    .forEach(change -> lines.add(line(look, members.apply(household, change, act), change.to())));
            wanted.departed()
                    .forEach(person ->
                            lines.add(line(look, members.depart(household, person, act), MemberChange.To.MOVED_OUT)));
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
        if (!over && members.nobodyTakesPart(household)) {
            sql.leave(household);
            over = true;
        }
        return new Ended(ended, over);
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
