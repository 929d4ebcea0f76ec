package dk.samblik.access;

import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The people of the outreach teams, the desk, IT and whoever else has a role. Read at every call: a right that is taken away
 * is gone at the next request, and so is that of a guest or substitute whose last day is over.
 */
@Component
public class Staff {

    private static final String PLACES = """
            select subject, name, role, title, organisation, team, area from staff
             where (guest_from is null or :today between guest_from and guest_until)
            """;

    private final Database database;
    private final CivilClock clock;
    private final @Nullable String issuer;

    Staff(@Qualifier("webDatabase") Database database, SignInSettings settings, CivilClock clock) {
        this.database = database;
        this.clock = clock;
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
     * is in IT, or data protection officer, and something else besides: nobody may both see households and run the machine,
     * or watch over their own looks.
     */
    public Optional<Viewer> find(String subject) {
        return find(subject, Granted.EVERYTHING);
    }

    /** As the other, by those places alone that the login of this session admits. */
    Optional<Viewer> find(String subject, Granted granted) {
        return viewer(
                database.sql()
                        .sql(PLACES + " and subject = :subject order by team")
                        .param("today", clock.today())
                        .param("subject", subject)
                        .query(Place.class)
                        .list(),
                granted);
    }

    /**
     * Everybody who follows households, by the table alone: what somebody's login admits is known while they are signed in
     * only.
     */
    public List<Viewer> followers() {
        return all().stream()
                .collect(Collectors.groupingBy(Place::subject, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(places -> viewer(places, Granted.EVERYTHING).stream())
                .filter(Viewer::inTeam)
                .toList();
    }

    /** Where those who have a mail address get mail, by subject. */
    public Map<String, String> mails() {
        Map<String, String> mails = new HashMap<>();
        database.sql()
                .sql("select subject, min(mail) from staff where mail is not null group by subject")
                .query(row -> {
                    mails.put(row.getString(1), row.getString(2));
                });
        return mails;
    }

    private static Optional<Viewer> viewer(List<Place> all, Granted granted) {
        Set<Viewer.Role> everywhere = roles(all);
        boolean both = everywhere.stream().anyMatch(Viewer.Role::alone) && everywhere.size() > 1;
        List<Place> places = all.stream().filter(granted::admits).toList();
        return both || places.isEmpty() ? Optional.empty() : Optional.of(viewer(places));
    }

    private static Viewer viewer(List<Place> places) {
        Viewer.Role widest =
                places.stream().map(Place::role).min(Comparator.naturalOrder()).orElseThrow();
        Place first = places.stream()
                .filter(place -> place.role() == widest)
                .findFirst()
                .orElseThrow();
        return new Viewer(
                first.subject(), first.name(), widest, roles(places), first.organisation(), areas(widest, places));
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

    /** Of the teams somebody is in; a place at the desk, or as a leader, follows no households of its own. */
    private static Set<String> areas(Viewer.Role widest, List<Place> places) {
        return places.stream()
                .filter(place -> place.role().inTeam() == widest.inTeam())
                .filter(place -> !place.role().alone() && !place.area().isBlank())
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
                .sql(PLACES + " order by team, name, subject")
                .param("today", clock.today())
                .query(Place.class)
                .list();
    }
}
