package dk.samblik.consent;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Takes a consent back, whole or in part, at once: what hangs on it is gone in the commit that says so, whatever is under
 * way. What was agreed, and that it was taken back, stays as proof. When nobody in the household is left who consents, it
 * leaves the project and its key is destroyed; who comes back is enrolled as a new household.
 */
@Component
public class Withdrawal {

    private static final Counter WITHDRAWALS = Metrics.counter("samblik.consent.withdrawals");

    private final Database web;
    private final Vault vault;
    private final AccessLog log;
    private final CivilClock clock;

    Withdrawal(@Qualifier("webDatabase") Database web, Vault vault, AccessLog log, CivilClock clock) {
        this.web = web;
        this.vault = vault;
        this.log = log;
        this.clock = clock;
    }

    /** What was taken back: the household it was about, and whether anybody in it still consents. */
    public record Done(HouseholdId household, boolean anybodyLeft) {}

    /**
     * Takes this person's consent back. Empty when there is none that is active. Commits first and logs then: a log that
     * cannot be written (then {@code LogUnavailable} is thrown) must not keep a consent in force.
     */
    public Optional<Done> withdraw(PersonId person, Withdrawn what, Viewer by, String requestId) {
        WithdrawalSql sql = new WithdrawalSql(web, vault, clock);
        Optional<WithdrawalSql.Result> result =
                web.inTransactionOrAgain(() -> sql.withdraw(person, what, by.subject()));
        Erasures.settle(web, vault);
        result.ifPresent(done -> WITHDRAWALS.increment());
        result.ifPresent(done -> log.record(List.of(line(done, person, what, by, requestId))));
        return result.map(done -> new Done(done.household(), !done.nobodyLeft()));
    }

    /**
     * Ends what was asked for of several members of one household, in one transaction: all of it or, where a version was
     * recorded since the page that asked was opened on {@code mark}, nothing ({@link ChangedMeanwhile}). Logs as the other.
     * Answers with the version of the first; empty when there was nothing left to end.
     */
    Optional<String> end(HouseholdId household, Ending ending, String mark, Viewer by, String requestId) {
        Runnable unchanged = () -> {
            if (!new ConsentVersions(web).mark(household).equals(mark)) {
                throw new ChangedMeanwhile();
            }
        };
        return end(household, ending, unchanged, by, requestId);
    }

    /** As the other for somebody who was shown nothing, and so can have seen nothing change: what stands is ended. */
    Optional<String> end(HouseholdId household, Ending ending, Viewer by, String requestId) {
        return end(household, ending, () -> {}, by, requestId);
    }

    private Optional<String> end(
            HouseholdId household, Ending ending, Runnable unchanged, Viewer by, String requestId) {
        WithdrawalSql sql = new WithdrawalSql(web, vault, clock);
        Map<PersonId, WithdrawalSql.Result> results = web.inTransactionOrAgain(() -> {
            sql.hold(household);
            unchanged.run();
            WithdrawalSql.Act act = new WithdrawalSql.Act(ending.what(), by.subject(), clock.now());
            Map<PersonId, WithdrawalSql.Result> done = new LinkedHashMap<>();
            ending.persons().forEach(person -> sql.withdraw(person, act).ifPresent(result -> done.put(person, result)));
            return done;
        });
        results.values().stream()
                .filter(WithdrawalSql.Result::nobodyLeft)
                .forEach(gone -> vault.destroy(gone.household()));
        List<Access> lines = new ArrayList<>();
        results.forEach((person, done) -> lines.add(line(done, person, ending.what(), by, requestId)));
        WITHDRAWALS.increment(lines.size());
        if (!lines.isEmpty()) {
            log.record(lines);
        }
        return results.values().stream().map(WithdrawalSql.Result::consent).findFirst();
    }

    /** What the log says of a consent taken back. */
    static Access line(WithdrawalSql.Result done, PersonId person, Withdrawn what, Viewer by, String requestId) {
        return new Access(
                Access.Action.CONSENT_WITHDRAWN,
                by,
                "WITHDRAWAL",
                done.household(),
                person,
                what instanceof Withdrawn.Source one ? one.source() : null,
                what instanceof Withdrawn.Kind one ? Set.of(one.category()) : Set.of(),
                List.of(done.consent()),
                null,
                what.outcome(),
                requestId,
                null);
    }
}
