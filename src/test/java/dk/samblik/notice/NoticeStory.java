package dk.samblik.notice;

import dk.samblik.access.TestAccess;
import dk.samblik.access.Viewer;
import dk.samblik.campaign.Statements;
import dk.samblik.campaign.Watched;
import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.consent.DataController;
import dk.samblik.mapping.Fact;
import dk.samblik.notice.News.Told;
import dk.samblik.run.TestSwitches;
import dk.samblik.storage.Database;
import dk.samblik.view.Change;
import dk.samblik.view.Facts;
import dk.samblik.view.PublishStory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A household in a real database, the people who follow it, and what is news to them. */
final class NoticeStory implements AutoCloseable {

    static final Viewer MAJA = reader("maja", "Fjordsted Kommune", "Mosebakken");
    static final Viewer HENRIK = reader("henrik", "Fjordsted Boligforening", "Mosebakken");
    static final Viewer ELSEWHERE = reader("ella", "Fjordsted Kommune", "Skovparken");

    final PublishStory story = new PublishStory();
    final ConsentedHousehold home = story.household("Amina", "Karim");
    final ConsentedPerson amina = home.persons().get(0);
    final ConsentedPerson karim = home.persons().get(1);
    final Statements statements = new Statements();
    private final Database web = Watched.database(story.database.web(), statements);
    private final List<Fact> cases = new ArrayList<>();
    private final List<Fact> tenancies = new ArrayList<>();

    NoticeStory() {
        staff("maja", "Fjordsted Kommune", "Mosebakken", "maja@fjordsted.example");
        staff("henrik", "Fjordsted Boligforening", "Mosebakken", null);
        staff("ella", "Fjordsted Kommune", "Skovparken", "ella@fjordsted.example");
        cases.add(Facts.openCase("J-1", LocalDate.of(2026, 9, 1)));
        tenancies.add(Facts.tenancy("L-1", LocalDate.of(2020, 1, 1), null));
    }

    private static Viewer reader(String subject, String organisation, String area) {
        return new Viewer(subject, subject, Viewer.Role.TEAM, organisation, Set.of(area));
    }

    void staff(String subject, String organisation, String area, @Nullable String mail) {
        story.owner
                .sql("""
                        insert into staff (subject, name, role, organisation, team, area, mail)
                        values (:subject, :subject, 'TEAM', :organisation, :area, :area, :mail)
                        """)
                .param("subject", subject)
                .param("organisation", organisation)
                .param("area", area)
                .param("mail", mail)
                .update();
    }

    /** A night that finds what it found before. */
    NoticeStory night() {
        story.answers("jobcenter", amina, cases.toArray(Fact[]::new))
                .answers("bolig", karim, tenancies.toArray(Fact[]::new))
                .publish(home);
        noting().afterRun();
        return this;
    }

    /** A night after which Amina has one more case. */
    NoticeStory nightWithACase() {
        cases.add(Facts.openCase("J-" + (cases.size() + 1), LocalDate.of(2026, 11, 1)));
        return night();
    }

    /** A night after which Karim's tenancy ends in an eviction. */
    NoticeStory nightWithAnEviction() {
        tenancies.clear();
        tenancies.add(Facts.evicted("L-1", LocalDate.of(2020, 1, 1), LocalDate.of(2026, 12, 20)));
        return night();
    }

    /** A night after which Amina has an appointment, which is told on the household's page only. */
    NoticeStory nightWithAnAppointment() {
        cases.add(Facts.appointment("A-1", LocalDate.of(2026, 12, 1), "09:00", "PLANNED"));
        return night();
    }

    Notices notices() {
        return new Notices(web, story.clock());
    }

    News news() {
        return new News(
                TestAccess.looks(story.database.web(), story.clock()),
                TestAccess.log(story.database.audit()),
                story.views(),
                story.recipients(),
                new DataController("Fjordsted Kommune", null, null, null, ""));
    }

    Noting noting() {
        return new Noting(
                notices(),
                news(),
                TestAccess.staff(story.database.web()),
                TestSwitches.on(story.database, story.clock()));
    }

    int unread(Viewer reader) {
        return notices().households(reader);
    }

    /** What this one is told now, newest first. */
    List<Told> told(Viewer reader) {
        return news().told(
                        TestAccess.grant(home.id()),
                        notices().page(reader, false, 1).notices(),
                        reader);
    }

    List<Change.Kind> kinds(Viewer reader) {
        return told(reader).stream()
                .flatMap(told -> told.changes().stream())
                .map(Change::kind)
                .toList();
    }

    long newest(Viewer reader) {
        return notices().page(reader, false, 1).notices().get(0).id();
    }

    long count(String table) {
        return story.owner
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        story.close();
    }
}
