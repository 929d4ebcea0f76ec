package dk.samblik.access;

import dk.samblik.storage.Database;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The people of the outreach teams and IT. Read at every call: a right that is taken away is gone at the next request. */
@Component
public class Staff {

    private static final List<Viewer.Role> WIDEST_FIRST =
            List.of(Viewer.Role.COORDINATOR, Viewer.Role.TEAM, Viewer.Role.DESK, Viewer.Role.IT);

    private final Database database;
    private final @Nullable String issuer;

    Staff(@Qualifier("webDatabase") Database database, SignInSettings settings) {
        this.database = database;
        this.issuer = settings.issuer();
    }

    /** One place somebody has: a role in a team, and the area it follows ({@code ""} for none). */
    public record Place(
            String subject,
            String name,
            Viewer.Role role,
            @Nullable String title,
            String organisation,
            String team,
            String area) {}

    /**
     * Who signs in under this subject, with the areas of all their teams. Empty for somebody unknown, and for somebody who
     * stands both in a team and in IT: nobody may both see households and run the machine.
     */
    public Optional<Viewer> find(String subject) {
        return find(subject, Granted.EVERYTHING);
    }

    /** As the other, by those places alone that the login of this session admits. */
    Optional<Viewer> find(String subject, Granted granted) {
        List<Place> all = database.sql()
                .sql("select subject, name, role, title, organisation, team, area from staff where subject = :subject"
                        + " order by team")
                .param("subject", subject)
                .query(Place.class)
                .list();
        Set<Viewer.Role> everywhere = roles(all);
        boolean both = everywhere.contains(Viewer.Role.IT) && everywhere.size() > 1;
        List<Place> places = all.stream().filter(granted::admits).toList();
        return both || places.isEmpty() ? Optional.empty() : Optional.of(viewer(places));
    }

    /** A place at the desk counts only for somebody who is in no team, so that it opens no household of its area. */
    private static Viewer viewer(List<Place> all) {
        Viewer.Role role = widest(roles(all));
        List<Place> places = all.stream()
                .filter(place -> role == Viewer.Role.DESK || place.role() != Viewer.Role.DESK)
                .toList();
        Place first = places.get(0);
        return new Viewer(first.subject(), first.name(), role, first.organisation(), areas(places));
    }

    private static Set<Viewer.Role> roles(List<Place> places) {
        return places.stream().map(Place::role).collect(Collectors.toSet());
    }

    /**
     * The key under which somebody stands in the table: whoever a subject is, it is that only to the provider that said
     * so. Without a provider, as in the demo, the subject itself.
     */
    public String key(String subject) {
        return issuer == null ? subject : key(issuer, subject);
    }

    static String key(String issuer, String subject) {
        return issuer + "#" + subject;
    }

    private static Viewer.Role widest(Set<Viewer.Role> roles) {
        return WIDEST_FIRST.stream().filter(roles::contains).findFirst().orElseThrow();
    }

    private static Set<String> areas(List<Place> places) {
        return places.stream()
                .filter(place -> place.role() != Viewer.Role.IT && !place.area().isBlank())
                .map(Place::area)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What somebody is called who has, or had, a place under this key; the key itself where nobody has it any more. */
    public String nameOf(String subject) {
        return database.sql()
                .sql("select name from staff where subject = :subject order by team limit 1")
                .param("subject", subject)
                .query(String.class)
                .optional()
                .orElse(subject);
    }

    /** Everybody, by team and name. */
    public List<Place> all() {
        return database.sql()
                .sql(
                        "select subject, name, role, title, organisation, team, area from staff order by team, name, subject")
                .query(Place.class)
                .list();
    }
}
