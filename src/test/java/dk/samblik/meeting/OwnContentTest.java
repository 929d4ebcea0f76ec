package dk.samblik.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dk.samblik.access.Grant;
import dk.samblik.access.NotGranted;
import dk.samblik.access.TestAccess;
import dk.samblik.access.Viewer;
import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.meeting.Coordinators.Term;
import dk.samblik.meeting.OwnLine.Kind;
import dk.samblik.meeting.OwnLine.Written;
import dk.samblik.meeting.OwnLines.Opened;
import dk.samblik.view.PublishStory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a team itself keeps of a household, on a real database. */
class OwnContentTest {

    private static final Viewer MAJA =
            new Viewer("maja", "Maja Test", Viewer.Role.COORDINATOR, "Fjordsted Kommune", Set.of("Mosebakken"));
    private static final Viewer DORTE =
            new Viewer("dorte", "Dorte Test", Viewer.Role.TEAM, "Fjordsted Kommune", Set.of("Mosebakken"));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);

    private final PublishStory story = new PublishStory();
    private final ConsentedHousehold home = story.household("Amina", "Karim");
    private final PersonId amina = home.persons().get(0).id();
    private final PersonId karim = home.persons().get(1).id();

    @AfterEach
    void close() {
        story.close();
    }

    private Coordinators coordinators() {
        return new Coordinators(story.database.web(), story.clock());
    }

    private Meetings meetings() {
        return new Meetings(story.database.web(), story.clock());
    }

    private OwnLines lines() {
        return new OwnLines(story.database.web(), story.vault, story.clock());
    }

    private List<OwnLine> read() {
        return lines().of(TestAccess.grant(home.id()), home.id());
    }

    private boolean wish(String text, PersonId... about) {
        return lines().keep(home.id(), Kind.WISH, Optional.empty(), new Written(Set.of(about), text, "", null), MAJA);
    }

    private boolean agreement(String text, LocalDate due) {
        Written written = new Written(Set.of(amina), text, "Maja", due);
        return lines().keep(home.id(), Kind.AGREEMENT, Optional.empty(), written, MAJA);
    }

    private void staff(String subject, String name, String role, boolean guest) {
        JdbcClient.StatementSpec put = story.owner.sql("""
                insert into staff (subject, name, role, organisation, team, area, guest_from, guest_until, guest_reason)
                values (:subject, :name, :role, 'Fjordsted Kommune', 'Mose', 'Mosebakken', cast(:day as date),
                  cast(:day as date), :reason)
                """);
        put.param("subject", subject)
                .param("name", name)
                .param("role", role)
                .param("day", guest ? "2026-11-17" : null)
                .param("reason", guest ? "vikar" : null)
                .update();
    }

    @Test
    void aCoordinatorIsChosenAmongTheTeamWithWhoItWasBefore() {
        staff("maja", "Maja Test", "COORDINATOR", false);
        staff("dorte", "Dorte Test", "TEAM", false);
        staff("gert", "Gert Test", "TEAM", true);
        staff("ib", "Ib Test", "IT", false);

        assertThat(coordinators().candidates(home.id()))
                .extracting(Coordinators.Candidate::name)
                .containsExactly("Dorte Test", "Maja Test");
        assertThat(coordinators().set(home.id(), "maja", 0, DORTE)).isTrue();
        story.later(Duration.ofDays(1));
        assertThat(coordinators().set(home.id(), "dorte", 1, MAJA)).isTrue();

        assertThat(coordinators().terms(home.id()))
                .extracting(Term::name, Term::setByName)
                .containsExactly(tuple("Dorte Test", "Maja Test"), tuple("Maja Test", "Dorte Test"));
        assertThat(story.owner
                        .sql("select coordinator from household")
                        .query(String.class)
                        .single())
                .isEqualTo("dorte");
    }

    @Test
    void whoIsLateOrChoosesAGuestChangesNothing() {
        staff("maja", "Maja Test", "COORDINATOR", false);
        staff("gert", "Gert Test", "TEAM", true);
        coordinators().set(home.id(), "maja", 0, DORTE);

        assertThat(coordinators().set(home.id(), null, 0, DORTE)).isFalse();
        assertThat(coordinators().set(home.id(), "gert", 1, DORTE)).isFalse();
        assertThat(coordinators().terms(home.id())).hasSize(1);
    }

    @Test
    void whoWasThereBeforeAnybodyWasChosenStandsInTheHistory() {
        staff("maja", "Maja Test", "COORDINATOR", false);
        story.owner.sql("update household set coordinator = 'maja'").update();

        coordinators().set(home.id(), null, 0, DORTE);

        assertThat(coordinators().terms(home.id()))
                .extracting(Term::number, Term::name, Term::setBy)
                .containsExactly(tuple(2, null, "dorte"), tuple(1, "Maja Test", ""));
    }

    @Test
    void aMeetingThatStoodOnItsDayIsHeldAndOneThatWasMovedIsNot() {
        meetings().set(home.id(), TODAY.plusDays(3), LocalTime.of(14, 30), 0, MAJA);
        meetings().set(home.id(), TODAY.plusDays(5), null, 1, MAJA);
        story.later(Duration.ofDays(6));
        meetings().set(home.id(), TODAY.plusDays(30), null, 2, MAJA);

        assertThat(meetings().held(home.id())).containsExactly(TODAY.plusDays(5));
        assertThat(meetings().last(List.of(home.id()))).containsEntry(home.id(), TODAY.plusDays(5));
        assertThat(story.owner
                        .sql("select meeting_date from household")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(TODAY.plusDays(30));
    }

    @Test
    void aMeetingSetBeforeAnybodyDidItHereIsHeldWhenItsDayIsOver() {
        story.owner
                .sql("update household set meeting_date = :day")
                .param("day", TODAY)
                .update();
        assertThat(meetings().held(home.id())).isEmpty();

        story.later(Duration.ofDays(1));

        assertThat(meetings().held(home.id())).containsExactly(TODAY);
        assertThat(meetings().set(home.id(), null, null, 1, MAJA)).as("late").isFalse();
        assertThat(meetings().set(home.id(), null, null, 0, MAJA)).isTrue();
        assertThat(meetings().held(home.id())).containsExactly(TODAY);
    }

    @Test
    void agreementsAreOverdueFirstAndDoneOnesLast() {
        agreement("later", TODAY.plusDays(9));
        agreement("no day", null);
        agreement("overdue", TODAY.minusDays(2));
        agreement("done", TODAY.minusDays(9));
        OwnLine done = read().stream()
                .filter(line -> line.text().equals("done"))
                .findFirst()
                .orElseThrow();
        assertThat(lines().done(home.id(), new Opened(done.id(), 1), true, MAJA))
                .isTrue();

        assertThat(read()).extracting(OwnLine::text).containsExactly("overdue", "later", "no day", "done");
        assertThat(read().get(0).overdue(TODAY)).isTrue();
        assertThat(read().get(3).done()).isNotNull();
    }

    @Test
    void nobodyWritesOverWhatTheyHaveNotSeen() {
        wish("at bo sammen", amina);
        Opened opened = new Opened(read().get(0).id(), 1);
        Written mine = new Written(Set.of(amina), "at flytte", "", null);

        assertThat(lines().keep(home.id(), Kind.WISH, Optional.of(opened), mine, DORTE))
                .isTrue();
        assertThat(lines().keep(home.id(), Kind.WISH, Optional.of(opened), mine, MAJA))
                .isFalse();
        assertThat(lines().delete(home.id(), Kind.WISH, opened)).isFalse();
        assertThat(read())
                .extracting(OwnLine::text, OwnLine::changedBy)
                .containsExactly(tuple("at flytte", "Dorte Test"));
    }

    @Test
    void thereAreOnlyAFew() {
        Stream.iterate(1, n -> n + 1)
                .limit(Kind.WISH.most())
                .forEach(n -> assertThat(wish("nr. " + n, amina)).isTrue());

        assertThat(wish("en for meget", amina)).isFalse();
        assertThat(read()).hasSize(Kind.WISH.most());
    }

    @Test
    void aLineGoesWithTheConsentOfAnybodyItIsAbout() {
        wish("hendes", amina);
        wish("deres", amina, karim);
        wish("hans", karim);

        story.owner
                .sql("delete from consent_in_force where person_id = ?")
                .param(karim.value())
                .update();

        assertThat(read()).extracting(OwnLine::text).containsExactly("hendes");
        assertThat(story.owner
                        .sql("select count(*) from own_line")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(wish("igen", karim)).as("no consent, no line").isFalse();
    }

    @Test
    void aPartTakenBackLeavesIt() {
        wish("hendes", amina);

        story.withdraws(amina, Department.SOCIAL);

        assertThat(read()).extracting(OwnLine::text).containsExactly("hendes");
    }

    private LedTo social(PersonId person) {
        return new LedTo(person, Department.SOCIAL, "social", "indsats-17");
    }

    private boolean leads(String text, LedTo to) {
        OwnLine line = line(text);
        return lines().leads(home.id(), new Opened(line.id(), line.revision()), to, MAJA);
    }

    private OwnLine line(String text) {
        return read().stream()
                .filter(one -> one.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private long linked() {
        return story.owner
                .sql("select count(*) from own_line where num_nulls(led_to_person, led_to_source, led_to_sealed) = 0")
                .query(Long.class)
                .single();
    }

    @Test
    void anAgreementLeadsToAMeasureThatNobodyWritesOverUnseen() {
        agreement("aflastning", null);
        wish("ferie", amina);

        assertThat(leads("aflastning", social(karim))).isTrue();

        assertThat(line("aflastning").ledTo()).isEqualTo(social(karim));
        assertThat(line("aflastning").made()).isEqualTo(story.clock().now());
        assertThat(lines().leads(home.id(), new Opened(line("aflastning").id(), 1), null, DORTE))
                .as("late")
                .isFalse();
        assertThat(leads("ferie", social(amina))).as("a wish leads to nothing").isFalse();
        assertThat(leads("aflastning", null)).isTrue();
        assertThat(line("aflastning").ledTo()).isNull();
        assertThat(linked()).isZero();
    }

    @Test
    void aMeasureGoesWithTheConsentToItAndNothingElseDoes() {
        for (String text : List.of("hans", "hendes", "jobbet")) {
            agreement(text, null);
        }
        leads("hans", social(karim));
        leads("hendes", social(amina));
        leads("jobbet", new LedTo(karim, Department.EMPLOYMENT, "jobcenter", "1"));

        story.withdraws(karim, Department.SOCIAL);

        assertThat(read()).hasSize(3);
        assertThat(line("hans").ledTo()).isNull();
        assertThat(line("hendes").ledTo()).isEqualTo(social(amina));
        assertThat(line("jobbet").ledTo()).isNotNull();
        assertThat(linked()).isEqualTo(2);
        assertThat(leads("hans", social(karim))).as("no consent, no measure").isFalse();

        story.owner
                .sql("delete from consent_in_force where person_id = ?")
                .param(karim.value())
                .update();
        assertThat(linked()).as("whoever it is about").isEqualTo(1);
    }

    /** What the desk does where a kind of information is taken back, or a consent is given anew: the row is put back, or written over. */
    @Test
    void aMeasureGoesWithTheKindAndStaysWhereTheRowIsPutBack() {
        agreement("hans", null);
        leads("hans", social(karim));

        again("categories");
        assertThat(linked()).as("put back as it was").isOne();
        again("array['APPOINTMENTS']");
        assertThat(linked()).as("put back without measures").isZero();

        agreement("hendes", null);
        leads("hendes", social(amina));
        story.owner.sql("update consent_in_force set version = version").update();
        assertThat(linked()).isOne();
        story.owner
                .sql("update consent_in_force set categories = '{CASE_OVERVIEW}' where source = 'SOCIAL'")
                .update();
        assertThat(linked()).as("written over with less").isZero();
    }

    private void again(String categories) {
        story.owner.sql("""
                        do $$
                        declare held consent_in_force;
                        begin
                          delete from consent_in_force where person_id = '%s' and source = 'SOCIAL' returning * into held;
                          insert into consent_in_force select held.*;
                          update consent_in_force set categories = %s where person_id = '%1$s' and source = 'SOCIAL';
                        end $$
                        """.formatted(karim, categories)).update();
    }

    @Test
    void aConsentToTheMeasureThatHasRunOutHidesItAndLeavesTheLine() {
        agreement("hans", null);
        leads("hans", social(karim));

        story.owner
                .sql("update consent_in_force set valid_to = date '2026-11-16' where source = 'SOCIAL'")
                .update();

        assertThat(line("hans").ledTo()).isNull();
        assertThat(lines().acted(TestAccess.grant(home.id()), List.of(home.id())))
                .allMatch(one -> one.ledTo() == null);
    }

    @Test
    void whoseMeasureItIsIsToldOfItAndOfNothingElse() {
        agreement("hendes aftale", null);
        leads("hendes aftale", social(karim));
        Grant grant = TestAccess.grant(home.id());

        assertThat(lines().about(grant, home.id(), karim))
                .extracting(OwnLineAbout::text, OwnLineAbout::who, OwnLineAbout::ledTo)
                .containsExactly(tuple("", "", social(karim)));
        assertThat(lines().about(grant, home.id(), amina))
                .extracting(OwnLineAbout::text, OwnLineAbout::ledTo)
                .containsExactly(tuple("hendes aftale", null));
        byte[] stored = story.owner
                .sql("select led_to_sealed from own_line")
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("indsats-17");
    }

    @Test
    void aConsentThatHasRunOutHidesItBeforeAnybodySweeps() {
        wish("hendes", amina);

        story.later(Duration.ofDays(60));

        assertThat(read()).isEmpty();
    }

    @Test
    void withoutAGrantNothingIsReadAndInTheDatabaseNothingIs() {
        wish("at bo ved vandet", amina);

        Grant none = TestAccess.grant();
        assertThatThrownBy(() -> lines().of(none, home.id())).isInstanceOf(NotGranted.class);
        byte[] stored = story.owner
                .sql("select content_sealed from own_line")
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("vandet");
    }
}
