package dk.samblik.team;

import dk.samblik.household.HouseholdId;
import dk.samblik.meeting.OwnLine;
import dk.samblik.meeting.OwnLine.Kind;
import dk.samblik.view.Frame;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which wishes or agreements are written. {@code full}: as many as may be. {@code done}: the key of what was just
 * done, null where nothing was. {@code changedBy}: who changed meanwhile what was to be changed, empty where it is gone; null
 * where nobody did.
 */
record OwnLinesScreen(
        HouseholdId household,
        String number,
        Kind kind,
        String path,
        List<OwnScreen.Line> lines,
        List<Choice> members,
        OwnLineForm form,
        boolean keeps,
        boolean full,
        @Nullable String done,
        @Nullable String changedBy) {

    /** A member somebody may choose. */
    record Choice(String id, String name) {}

    /** What the page answers with: what was just done, or whose change came first. */
    record Said(@Nullable String done, @Nullable String changedBy) {
        static final Said NOTHING = new Said(null, null);
    }

    static OwnLinesScreen of(
            Led led, Kind kind, List<OwnLine> lines, OwnLineForm form, boolean keeps, Said said, Words words) {
        HouseholdView cut = led.cut();
        People people = new People(cut, words);
        long open = lines.stream().filter(line -> line.done() == null).count();
        return new OwnLinesScreen(
                cut.frame().household(),
                cut.frame().number(),
                kind,
                path(kind),
                lines.stream()
                        .map(line -> OwnScreen.line(line, led, people, words))
                        .toList(),
                consenting(cut).stream()
                        .map(member -> new Choice(member.id().toString(), people.name(member)))
                        .toList(),
                form,
                keeps,
                open >= kind.most(),
                said.done(),
                said.changedBy());
    }

    /** The last part of the address of the page of this kind. */
    static String path(Kind kind) {
        return kind == Kind.WISH ? "oensker" : "aftaler";
    }

    /** Those whose wishes and agreements may be written: who has a consent in force. */
    static List<Member> consenting(HouseholdView view) {
        return view.members().stream()
                .filter(member -> member.consent() == Frame.Standing.IN_FORCE)
                .toList();
    }
}
