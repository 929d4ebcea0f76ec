package dk.samblik.team;

import dk.samblik.access.MaySee;
import dk.samblik.access.Reader;
import dk.samblik.access.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page: whose it is, who is signed in and where this one may go. {@code path} is the page shown,
 * for the way back after a change of language.
 */
public record PageFrame(
        TeamSettings settings, @Nullable Viewer viewer, boolean demo, String path, List<Item> navigation) {

    private static final String NEWS = "layout.news";

    /** A page of the navigation: absent, never disabled, where the role may not see it. */
    public record Item(String key, String path, boolean current) {

        /** Whether it says how much of it is unread. */
        public boolean counted() {
            return key.equals(NEWS);
        }
    }

    /** The frame of one page for one viewer, null before anybody has signed in. */
    static PageFrame of(TeamSettings settings, @Nullable Viewer viewer, boolean demo, String path) {
        return new PageFrame(settings, viewer, demo, path, navigation(viewer, path));
    }

    private static List<Item> navigation(@Nullable Viewer viewer, String path) {
        if (viewer == null) {
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        if (viewer.inTeam()) {
            items.add(new Item("layout.my-households", "/", path.equals("/") || path.startsWith("/husstande")));
            items.add(new Item(NEWS, "/nyt", path.equals("/nyt")));
        }
        if (viewer.atDesk()) {
            items.add(new Item("layout.consents", "/samtykker", path.startsWith("/samtykker")));
        }
        if (viewer.holds(Viewer.Role.CONTACT)) {
            items.add(new Item("layout.contacts", "/kontakt", path.startsWith("/kontakt")));
        }
        if (viewer.role() == Viewer.Role.LEADER || viewer.role() == Viewer.Role.EVALUATOR) {
            items.add(new Item("layout.effect", "/effekt", path.startsWith("/effekt")));
        }
        if (viewer.role() == Viewer.Role.IT) {
            items.add(new Item("layout.operations", "/drift", path.startsWith("/drift")));
        }
        if (viewer.role() == Viewer.Role.STEWARD) {
            items.add(new Item("layout.steward", "/datakvalitet", path.equals("/datakvalitet")));
        }
        if (viewer.role().draws()) {
            items.add(new Item("layout.draws", "/udtraek", path.startsWith("/udtraek")));
        }
        if (viewer.role() == Viewer.Role.DPO) {
            items.add(new Item("layout.access-log", "/opslagslog", path.startsWith("/opslagslog")));
        }
        return items;
    }

    /** Where the viewer's own pages begin. */
    public String home() {
        return navigation.isEmpty() ? "/" : navigation.get(0).path();
    }

    /** Whether the viewer sees all that consents give the municipal team. */
    public boolean seesAll() {
        return viewer != null && new MaySee(Reader.of(viewer, settings.authority()), Map.of()).all();
    }

    /** Who is signed in, with the organisation or the areas followed. */
    public String who() {
        if (viewer == null) {
            return "";
        }
        String place = viewer.areas().isEmpty()
                ? viewer.organisation()
                : viewer.areas().stream().sorted().collect(Collectors.joining(", "));
        return Stream.of(viewer.name(), place).filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
    }
}
