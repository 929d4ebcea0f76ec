package dk.samblik.team;

import dk.samblik.team.Sought.Found;
import dk.samblik.view.Member;
import dk.samblik.view.MyHouseholds.Followed;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a search came to, in words. That nothing was found is said in the same words whatever the reason, and how many were
 * looked through depends on the reader alone.
 *
 * @param written for the field, so that a slip of the pen can be put right; never what may be a CPR number
 */
record SearchScreen(
        String written,
        boolean tooShort,
        List<Hit> hits,
        @Nullable String leftOut) {

    private static final Pattern NUMBER_OF_A_PERSON = Pattern.compile("(\\d\\D{0,3}){7,}");

    /** A household found; {@code people} are those by whom, empty where it was by its number. */
    record Hit(String id, String number, String names, String people) {}

    SearchScreen {
        written = NUMBER_OF_A_PERSON.matcher(written).find() ? "" : written;
        hits = List.copyOf(hits);
    }

    static SearchScreen tooShort(String written) {
        return new SearchScreen(written, true, List.of(), null);
    }

    static SearchScreen of(String written, List<Found> found, Followed followed, Words words) {
        int shown = followed.shown().size();
        return new SearchScreen(
                written,
                false,
                found.stream().map(one -> hit(one, words)).toList(),
                shown < followed.inAll()
                        ? words.say(
                                "search.left-out",
                                shown,
                                followed.inAll(),
                                words.called().word())
                        : null);
    }

    /** The adults as the list of households names them. */
    private static Hit hit(Found found, Words words) {
        return new Hit(
                found.view().frame().household().toString(),
                found.view().frame().number(),
                words.list(found.view().members().stream()
                        .filter(member -> member.kind() == Member.Kind.ADULT && !member.protectedAddress())
                        .map(Member::firstName)
                        .filter(Objects::nonNull)
                        .toList()),
                words.list(found.members().stream()
                        .map(Member::name)
                        .filter(Objects::nonNull)
                        .toList()));
    }
}
