package dk.samblik.view;

import dk.samblik.household.Category;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.view.Frame.Scope;
import dk.samblik.view.Frame.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One member's consents, version by version: what was agreed at a moment, and what was taken back. */
record ConsentHistory(List<ConsentHistory.Version> versions) {

    private static final Set<String> NEVER_IN_FORCE = Set.of("DRAFT", "INVALIDATED");

    /** A version as recorded; {@code withdrawn} null unless it was taken back. */
    record Version(
            PersonId person,
            String status,
            Set<Department> sources,
            Set<Category> categories,
            Period back,
            LocalDate from,
            LocalDate to,
            @Nullable Instant withdrawn,
            Instant recorded) {

        /** Whether all of it was taken back by then; a version that leaves only some of it out is in force itself. */
        private boolean withdrawnBy(Instant moment) {
            return status.equals("WITHDRAWN") && (withdrawn == null || !withdrawn.isAfter(moment));
        }

        private boolean on(LocalDate day) {
            return !from.isAfter(day) && !to.isBefore(day);
        }
    }

    ConsentHistory {
        versions = versions.stream()
                .sorted(Comparator.comparing(Version::recorded))
                .toList();
    }

    private Optional<Version> latest(Instant moment) {
        return versions.stream()
                .filter(version -> !version.recorded().isAfter(moment))
                .reduce((earlier, later) -> later);
    }

    /** What was agreed at a moment in the past. */
    Map<Department, Scope> scopesAt(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, CivilClock.COPENHAGEN);
        Map<Department, Scope> scopes = new EnumMap<>(Department.class);
        latest(moment)
                .filter(version -> !NEVER_IN_FORCE.contains(version.status()))
                .filter(version -> version.on(day) && !version.withdrawnBy(moment))
                .ifPresent(version -> version.sources()
                        .forEach(source ->
                                scopes.put(source, new Scope(version.categories(), version.back(), version.to()))));
        return scopes;
    }

    /** When each department was taken back that is not in force now: with the whole, or out of the version before. */
    Map<Department, Instant> withdrawn(Set<Department> inForce) {
        Map<Department, Instant> withdrawn = new EnumMap<>(Department.class);
        Set<Department> before = Set.of();
        for (Version version : versions) {
            Instant moment = version.withdrawn();
            if (moment != null) {
                Set<Department> lost = EnumSet.noneOf(Department.class);
                lost.addAll(before);
                if (version.status().equals("WITHDRAWN")) {
                    lost.addAll(version.sources());
                } else {
                    lost.removeAll(version.sources());
                }
                lost.removeAll(inForce);
                lost.forEach(source -> withdrawn.put(source, moment));
            }
            before = version.sources();
        }
        return withdrawn;
    }

    /** Where the member stands when nothing is in force. */
    Standing standing(Instant now) {
        Optional<Version> latest = latest(now);
        if (latest.isEmpty() || latest.get().status().equals("DRAFT")) {
            return Standing.NOT_YET;
        }
        if (latest.get().withdrawnBy(now)) {
            return Standing.WITHDRAWN;
        }
        LocalDate today = LocalDate.ofInstant(now, CivilClock.COPENHAGEN);
        boolean over = latest.get().to().isBefore(today)
                || Set.of("EXPIRED", "INVALIDATED").contains(latest.get().status());
        return over ? Standing.EXPIRED : Standing.NOT_YET;
    }

    /** The days of the latest version: first and last. */
    Optional<Version> last() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }
}
