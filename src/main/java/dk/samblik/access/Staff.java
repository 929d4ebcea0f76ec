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

    private static final Set<Viewer.Role> ALONE = Set.of(Viewer.Role.IT, Viewer.Role.DPO);

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
     * has one of the roles that stand alone and another beside it: nobody may see households and also run the machine or
     * oversee who looks.
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
        boolean both = everywhere.stream().anyMatch(ALONE::contains) && everywhere.size() > 1;
        List<Place> places = all.stream().filter(granted::admits).toList();
        return both || places.isEmpty() ? Optional.empty() : Optional.of(viewer(places));
    }

    private static Viewer viewer(List<Place> places) {
        Place first = places.get(0);
        return new Viewer(first.subject(), first.name(), widest(roles(places)), first.organisation(), areas(places));
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
        return roles.contains(Viewer.Role.COORDINATOR)
                ? Viewer.Role.COORDINATOR
                : roles.iterator().next();
    }

    private static Set<String> areas(List<Place> places) {
        return places.stream()
                .filter(place -> !ALONE.contains(place.role()) && !place.area().isBlank())
                .map(Place::area)
                .collect(Collectors.toUnmodifiableSet());
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
