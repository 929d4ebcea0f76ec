package dk.samblik.team;

import dk.samblik.access.Information;
import dk.samblik.access.Sight;
import dk.samblik.access.Viewer;
import dk.samblik.meeting.OwnLine;
import dk.samblik.meeting.OwnLines;
import dk.samblik.team.Looks.Look;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a household's own lines are to one reader: cut by {@link Seeing} like everything else. */
@Component
class OwnContent {

    private final OwnLines lines;

    OwnContent(OwnLines lines) {
        this.lines = lines;
    }

    /** The lines this reader may see, wishes first, then agreements, overdue first; against the look's own row of the log. */
    List<OwnLine> of(Look look) {
        return lines.of(look.grant(), look.door().household()).stream()
                .filter(line -> line.about().stream()
                        .allMatch(person -> look.door().seeing().of(Information.WISHES, person) != Sight.NO))
                .toList();
    }

    /** The same for the fragment of the household's page. */
    OwnScreen onPage(Look look, Words words) {
        return OwnScreen.onPage(of(look), led(look, words), keepsWishes(look), words);
    }

    /** What the agreements among them led to, for the same reader. */
    static Led led(Look look, Words words) {
        return Led.of(look.whole(), look.door().seeing(), words);
    }

    /** Wishes are kept by who coordinates: the area's coordinators, and the household's own whatever the role. */
    static boolean keepsWishes(Look look) {
        Viewer viewer = look.door().viewer();
        return viewer.holds(Viewer.Role.COORDINATOR)
                || viewer.subject().equals(look.whole().frame().coordinator());
    }
}
