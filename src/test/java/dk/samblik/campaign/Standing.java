package dk.samblik.campaign;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.Grant;
import dk.samblik.access.Viewer;
import dk.samblik.demo.Hub;
import dk.samblik.household.HouseholdId;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.LaneState;
import dk.samblik.view.SourceState;
import dk.samblik.view.ViewLines;
import dk.samblik.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a hub at one moment, for telling two moments apart: every section byte for byte and every freshness by
 * register, the rows of nobody, and for each household the lines of its view and the state of each source.
 */
record Standing(
        Map<String, List<String>> sections,
        List<Fresh> fresh,
        List<String> nobodys,
        Map<UUID, List<String>> lines,
        Map<String, LaneState> states) {

    /** How fresh one person's section is. */
    record Fresh(
            UUID person,
            String register,
            UUID household,
            String outcome,
            @Nullable String asOf,
            @Nullable String staleSince,
            @Nullable String reason) {}

    static Standing of(Hub hub) {
        Map<UUID, List<String>> lines = new TreeMap<>();
        Map<String, LaneState> states = new TreeMap<>();
        for (UUID household : hub.owner()
                .sql("select distinct household_id from section")
                .query(UUID.class)
                .list()) {
            HouseholdView view = view(hub, new HouseholdId(household));
            lines.put(
                    household,
                    ViewLines.of(view).stream()
                            .filter(line -> !line.startsWith("state|"))
                            .toList());
            view.lanes().stream()
                    .flatMap(lane -> lane.members().stream())
                    .forEach(state -> states.put(key(household, state), state.state()));
        }
        return new Standing(sections(hub), fresh(hub), nobodys(hub), lines, states);
    }

    private static String key(UUID household, SourceState state) {
        return household + " " + state.register() + " " + state.person();
    }

    private static HouseholdView view(Hub hub, HouseholdId id) {
        Grant grant = hub.bean(AccessLog.class)
                .record(List.of(Access.of(Access.Action.VIEW, Viewer.HUB, "test", id, "test")));
        return hub.bean(Views.class).read(grant, id).orElseThrow();
    }

    private static Map<String, List<String>> sections(Hub hub) {
        Map<String, List<String>> sections = new TreeMap<>();
        hub.owner()
                .sql("select register, section::text from section order by register, person_id, since_version")
                .query((row, number) -> sections.computeIfAbsent(row.getString(1), register -> new ArrayList<>())
                        .add(row.getString(2)))
                .list();
        return sections;
    }

    private static List<Fresh> fresh(Hub hub) {
        return hub.owner().sql("""
                        select person_id as person, register, household_id as household, outcome, as_of::text as as_of,
                          stale_since::text as stale_since, reason
                        from freshness order by person_id, register
                        """).query(Fresh.class).list();
    }

    private static List<String> nobodys(Hub hub) {
        return hub.owner().sql("""
                        select register || ' ' || record_table || ' ' || record_no || ' ' || reason || ' ' || first_seen
                        from quarantine where person_id is null order by 1
                        """).query(String.class).list();
    }

    /** How fresh a register's sections are, of one household or, by null, of all. */
    List<Fresh> fresh(String register, @Nullable UUID household) {
        return fresh.stream()
                .filter(each -> each.register().equals(register))
                .filter(each -> household == null || each.household().equals(household))
                .toList();
    }

    /** Everything about how fresh, with what of it one has no use for taken out. */
    List<Fresh> fresh(UnaryOperator<Fresh> reduced) {
        return fresh.stream().map(reduced).toList();
    }

    long sectionsInAll() {
        return sections.values().stream().mapToLong(List::size).sum();
    }

    /** What of its sections and lines is not, byte for byte, in the other, and what is new there. */
    List<String> differences(Standing other) {
        List<String> differences = new ArrayList<>();
        compare(sections, other.sections(), differences);
        compare(lines, other.lines(), differences);
        return differences;
    }

    private static <K> void compare(Map<K, List<String>> one, Map<K, List<String>> other, List<String> differences) {
        Set<K> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        for (K key : keys) {
            List<String> here = one.getOrDefault(key, List.of());
            List<String> there = other.getOrDefault(key, List.of());
            here.stream()
                    .filter(line -> !there.contains(line))
                    .forEach(line -> differences.add(key + " misses " + line));
            there.stream().filter(line -> !here.contains(line)).forEach(line -> differences.add(key + " adds " + line));
        }
    }
}
