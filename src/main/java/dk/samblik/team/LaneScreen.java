package dk.samblik.team;

import dk.samblik.household.Department;
import dk.samblik.view.Lane;
import dk.samblik.view.LaneState;
import dk.samblik.view.SourceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One department's part of the page in words. What is not there is explained: {@code sentence} says how the lane stands
 * and {@code exceptions} for whom it stands otherwise.
 */
record LaneScreen(Lane lane, String name, Badge badge, String shape, String sentence, List<String> exceptions) {

    private static final Set<LaneState> EXCEPTIONS =
            EnumSet.of(LaneState.NOT_IN_SCOPE, LaneState.WITHDRAWN, LaneState.NOT_ACCESSIBLE, LaneState.DOWN_EMPTY);

    static LaneScreen of(Lane lane, People people, Words words) {
        return of(lane, false, people, words);
    }

    /** {@code fetching}: the registers are asked just now; what the consent or the role leaves out is not. */
    static LaneScreen of(Lane lane, boolean fetching, People people, Words words) {
        String name = words.say("department." + lane.department());
        boolean asked = !Seeing.ofConsent(lane.state()) && lane.state() != LaneState.ROLE_HIDDEN;
        LaneState state = fetching && asked ? LaneState.FETCHING : lane.state();
        return new LaneScreen(
                lane,
                name,
                badge(state, words),
                shape(state),
                LaneSentence.of(lane, state, name, words),
                lines(lane, EXCEPTIONS, people, words));
    }

    /** The lane of an earlier version: of registers no more is kept than what they had told. */
    static LaneScreen earlier(Lane lane, People people, Words words) {
        LaneScreen now = of(lane, people, words);
        if (Seeing.ofConsent(lane.state()) || lane.state() == LaneState.ROLE_HIDDEN) {
            return now;
        }
        Instant fetched = lane.note().fetched();
        boolean something = lane.facts() > 0 && fetched != null;
        return new LaneScreen(
                lane,
                now.name(),
                Badge.neutral(words.say(something ? "version.lane" : "version.lane.nothing")),
                "sb-lane--thin",
                something && fetched != null
                        ? words.say("version.lane.text", words.moment(fetched))
                        : words.say("version.lane.nothing.text", now.name()),
                lines(lane, EnumSet.of(LaneState.NOT_IN_SCOPE, LaneState.WITHDRAWN), people, words));
    }

    /** Where on the page the lane stands. */
    static String anchor(Department department) {
        return "forvaltning-" + department.name().toLowerCase(Locale.ROOT);
    }

    public String anchor() {
        return anchor(lane.department());
    }

    /** What the register is called, where that says more than the department's name; else null. */
    public @Nullable String system() {
        Locale danish = Locale.forLanguageTag("da");
        return lane.title().toLowerCase(danish).startsWith(name.toLowerCase(danish)) ? null : lane.title();
    }

    /** Whether the department answered and named nobody to call. */
    public boolean nobodyNamed() {
        return lane.contacts().isEmpty() && answered() && lane.state() != LaneState.NOTHING_FOUND;
    }

    private boolean answered() {
        return lane.state() == LaneState.FRESH
                || lane.state() == LaneState.STALE
                || lane.state() == LaneState.PARTLY_QUARANTINED
                || lane.state() == LaneState.NOTHING_FOUND;
    }

    /** Whether the department answered and has no open case; said of departments that have cases. */
    public boolean noOpenCases() {
        return answered()
                && lane.state() != LaneState.NOTHING_FOUND
                && lane.open().isEmpty()
                && lane.department() != Department.HOUSING;
    }

    static Badge badge(LaneState state, Words words) {
        String text = words.say("state." + state);
        return switch (state) {
            case FRESH -> Badge.success(text);
            case FETCHING -> Badge.info(text);
            case STALE, PARTLY_QUARANTINED -> Badge.warning(text);
            case DOWN_EMPTY -> Badge.error(text);
            case NOTHING_FOUND, NOT_IN_SCOPE, WITHDRAWN, NOT_ACCESSIBLE, ROLE_HIDDEN -> Badge.neutral(text);
        };
    }

    private static String shape(LaneState state) {
        return switch (state) {
            case FRESH, FETCHING -> "sb-lane--solid";
            case STALE, DOWN_EMPTY, PARTLY_QUARANTINED -> "sb-lane--dashed";
            case NOTHING_FOUND -> "sb-lane--thin";
            case NOT_IN_SCOPE, WITHDRAWN, NOT_ACCESSIBLE, ROLE_HIDDEN -> "sb-lane--none";
        };
    }

    private static List<String> lines(Lane lane, Set<LaneState> exceptions, People people, Words words) {
        List<String> lines = new ArrayList<>();
        for (LaneState state : exceptions) {
            List<SourceState> those = lane.members().stream()
                    .filter(member -> member.state() == state && state != lane.state())
                    .toList();
            if (!those.isEmpty()) {
                lines.add(words.say(
                        "lane.except." + state,
                        people.names(those.stream().map(SourceState::person).toList())));
            }
        }
        return lines;
    }
}
