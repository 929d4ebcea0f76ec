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

    private final Database database;

    Staff(@Qualifier("webDatabase") Database database) {
        this.database = database;
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
        List<Place> places = database.sql()
                .sql("select subject, name, role, title, organisation, team, area from staff where subject = :subject"
                        + " order by team")
                .param("subject", subject)
                .query(Place.class)
                .list();
        Set<Viewer.Role> roles = places.stream().map(Place::role).collect(Collectors.toSet());
        if (places.isEmpty() || (roles.contains(Viewer.Role.IT) && roles.size() > 1)) {
            return Optional.empty();
        }
        Place first = places.get(0);
        return Optional.of(new Viewer(subject, first.name(), widest(roles), first.organisation(), areas(places)));
    }

    private static Viewer.Role widest(Set<Viewer.Role> roles) {
        return roles.contains(Viewer.Role.COORDINATOR)
                ? Viewer.Role.COORDINATOR
                : roles.iterator().next();
    }

    private static Set<String> areas(List<Place> places) {
        return places.stream()
                .filter(place -> place.role() != Viewer.Role.IT && !place.area().isBlank())
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
