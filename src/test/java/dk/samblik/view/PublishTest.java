package dk.samblik.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dk.samblik.access.NotGranted;
import dk.samblik.access.TestAccess;
import dk.samblik.consent.Chunk;
import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.consent.Consenting;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.mapping.Answer.Outcome;
import dk.samblik.mapping.Fact;
import dk.samblik.run.Fates;
import dk.samblik.run.Run;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** What stands after a night, on a real database. */
class PublishTest {

    private static final Fact CASE = Facts.openCase("J-1", LocalDate.of(2026, 9, 1));
    private static final Fact OTHER = Facts.openCase("S-1", LocalDate.of(2026, 9, 2));

    private final PublishStory story = new PublishStory();
    private final ConsentedHousehold home = story.household("Amina", "Karim");
    private final ConsentedPerson amina = home.persons().get(0);
    private final ConsentedPerson karim = home.persons().get(1);

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void whatIsAnsweredIsReadBackByMemberAndRegister() {
        Chunk night =
                story.answers("jobcenter", amina, CASE).answers("social", amina).publish(home);

        HouseholdView view = story.view(home);
        assertThat(view.lane(Department.EMPLOYMENT).orElseThrow().open())
                .extracting(Sourced::person)
                .containsExactly(amina.id());
        assertThat(view.frame().version()).isEqualTo(1);
        assertThat(story.item(night, home)).isEqualTo("UPDATED");
        assertThat(view.sources())
                .filteredOn(source -> source.person().equals(amina.id()))
                .extracting(SourceState::register, SourceState::outcome)
                .contains(
                        tuple("jobcenter", SourceState.Outcome.ANSWERED),
                        tuple("social", SourceState.Outcome.NOTHING),
                        tuple("bolig", SourceState.Outcome.NOT_YET));
    }

    @Test
    void theSameAnswersInAnotherOrderMakeNoNewVersion() {
        story.answers("jobcenter", amina, CASE, OTHER).publish(home);

        story.later(Duration.ofDays(1));
        Chunk again = story.answers("jobcenter", amina, OTHER, CASE, OTHER).publish(home);

        assertThat(story.version(home)).isEqualTo(1);
        assertThat(story.item(again, home)).isEqualTo("UNCHANGED");
        assertThat(story.count("section")).isEqualTo(1);
        assertThat(story.view(home).sources())
                .filteredOn(source -> source.outcome() == SourceState.Outcome.ANSWERED)
                .extracting(SourceState::answered)
                .containsExactly(PublishStory.THREE_AT_NIGHT.plus(Duration.ofDays(1)));
    }

    @Test
    void aNewDayOfTheSameFigureIsNoNewVersion() {
        story.answers("boern-og-unge", amina, absence(LocalDate.of(2026, 11, 14)))
                .publish(home);
        story.answers("boern-og-unge", amina, absence(LocalDate.of(2026, 11, 15)))
                .publish(home);

        assertThat(story.version(home)).isEqualTo(1);
    }

    private static Fact absence(LocalDate upTo) {
        return new Fact.Absence("Nordskolen", YearMonth.of(2026, 10), upTo, 30, 1, 0, 0, 0);
    }

    @Test
    void aChangeKeepsTheVersionBefore() {
        story.answers("jobcenter", amina, CASE).publish(home);
        story.answers("jobcenter", amina, CASE, OTHER).publish(home);

        assertThat(story.version(home)).isEqualTo(2);
        assertThat(cases(story.view(home))).isEqualTo(2);
        assertThat(cases(story.views()
                        .at(TestAccess.grant(home.id()), home.id(), 1)
                        .orElseThrow()))
                .isEqualTo(1);
        assertThat(story.views().since(TestAccess.grant(home.id()), home.id(), 1))
                .extracting(Change::kind)
                .containsExactly(Change.Kind.CASE_NEW);
    }

    @Test
    void aRegisterThatDoesNotAnswerTakesNothingAway() {
        story.answers("jobcenter", amina, CASE).publish(home);
        story.later(Duration.ofDays(1));
        Chunk down = story.says("jobcenter", amina, new Outcome.Unavailable("NO_ANSWER"))
                .publish(home);
        story.later(Duration.ofDays(1));
        story.says("jobcenter", amina, new Outcome.Unavailable("TRAILER_COUNT")).publish(home);

        Lane lane = story.view(home).lane(Department.EMPLOYMENT).orElseThrow();
        assertThat(lane.open()).hasSize(1);
        assertThat(lane.state()).isEqualTo(LaneState.STALE);
        assertThat(lane.note().reason()).isEqualTo("TRAILER_COUNT");
        assertThat(lane.note().staleSince())
                .as("since the first night without an answer")
                .isEqualTo(PublishStory.THREE_AT_NIGHT.plus(Duration.ofDays(1)));
        assertThat(lane.note().asOf()).isEqualTo(PublishStory.THREE_AT_NIGHT.minus(Duration.ofHours(1)));
        assertThat(story.item(down, home)).isEqualTo("KEPT");
        assertThat(story.version(home)).isEqualTo(1);
    }

    @Test
    void anAnswerAfterSilenceIsFreshAgainAndNoNewVersion() {
        story.answers("jobcenter", amina, CASE).publish(home);
        story.says("jobcenter", amina, new Outcome.Unavailable("NO_ANSWER")).publish(home);
        story.answers("jobcenter", amina, CASE).publish(home);

        assertThat(story.view(home).lane(Department.EMPLOYMENT).orElseThrow().state())
                .isEqualTo(LaneState.FRESH);
        assertThat(story.version(home)).isEqualTo(1);
    }

    @Test
    void notAccessibleTakesTheSectionAndItsPast() {
        story.answers("social", amina, CASE).publish(home);
        story.answers("social", amina, OTHER).publish(home);
        story.says("social", amina, new Outcome.NotAccessible()).publish(home);

        assertThat(story.count("section")).isZero();
        assertThat(story.version(home)).isEqualTo(3);
        assertThat(story.view(home).lane(Department.SOCIAL).orElseThrow().state())
                .isEqualTo(LaneState.NOT_ACCESSIBLE);
    }

    @Test
    void nothingFoundEndsWhatStood() {
        story.answers("social", amina, CASE).publish(home);
        story.answers("social", amina).publish(home);

        assertThat(story.view(home).lane(Department.SOCIAL).orElseThrow().state())
                .isEqualTo(LaneState.NOTHING_FOUND);
        assertThat(story.version(home)).isEqualTo(2);
    }

    @Test
    void aWithdrawalBetweenAskingAndPublishingWins() {
        Chunk chunk = Consenting.chunk(PublishStory.NIGHT, home);
        story.opens(chunk);
        story.answers("social", amina, CASE).answers("social", karim, OTHER).answers("jobcenter", amina, CASE);
        story.withdraws(amina.id(), Department.SOCIAL);

        story.publish(chunk);

        HouseholdView view = story.view(home);
        assertThat(view.lane(Department.SOCIAL).orElseThrow().open())
                .extracting(Sourced::person)
                .containsExactly(karim.id());
        assertThat(view.lane(Department.EMPLOYMENT).orElseThrow().open()).hasSize(1);
    }

    @Test
    void aHouseholdThatTookEverythingBackStoresNothing() {
        Chunk chunk = Consenting.chunk(PublishStory.NIGHT, home);
        story.opens(chunk);
        story.answers("jobcenter", amina, CASE).reads("jobcenter", home, new Fates(1, 0, 0, 0));
        home.persons().forEach(person -> {
            for (Department source : Department.values()) {
                story.withdraws(person.id(), source);
            }
        });

        story.publish(chunk);

        assertThat(story.count("section")).isZero();
        assertThat(story.count("freshness")).isZero();
        assertThat(story.version(home)).isZero();
        assertThat(story.item(chunk, home)).isEqualTo("KEPT");
        assertThat(ledger("jobcenter", chunk)).containsEntry("rows_filtered", 1L);
    }

    @Test
    void aKeyDestroyedMeanwhileStopsNoOtherHousehold() {
        ConsentedHousehold gone = story.household("Bente");
        Chunk chunk = Consenting.chunk(PublishStory.NIGHT, gone, home);
        story.opens(chunk);
        story.answers("jobcenter", gone.persons().get(0), OTHER).answers("jobcenter", amina, CASE);
        for (Department source : Department.values()) {
            story.withdraws(gone.persons().get(0).id(), source);
        }
        story.vault.destroy(gone.id());

        story.publish(chunk);

        assertThat(story.item(chunk, gone)).isEqualTo("KEPT");
        assertThat(story.item(chunk, home)).isEqualTo("UPDATED");
    }

    @Test
    void aWithdrawalLaterTakesEveryVersionWithIt() {
        story.answers("social", amina, CASE).publish(home);
        story.answers("social", amina, OTHER).publish(home);

        story.withdraws(amina.id(), Department.SOCIAL);

        assertThat(story.count("section")).isZero();
        assertThat(cases(story.views()
                        .at(TestAccess.grant(home.id()), home.id(), 1)
                        .orElseThrow()))
                .isZero();
    }

    @Test
    void whoIsProtectedTodayIsSoInEveryVersion() {
        story.answers("folkeregister", amina, identity(false))
                .answers("folkeregister", karim, identity(false))
                .answers("bolig", amina, Facts.tenancy("T-1", LocalDate.of(2020, 1, 1), "prøvevej 9"))
                .publish(home);
        assertThat(first().toString()).contains("Prøvevej 9");

        story.answers("folkeregister", amina, identity(true)).publish(home);

        assertThat(first().addressesHidden()).isTrue();
        assertThat(first().toString()).doesNotContainIgnoringCase("Prøvevej");
        assertThat(first().members()).extracting(Member::firstName).containsOnly("Mia");
    }

    private HouseholdView first() {
        return story.views().at(TestAccess.grant(home.id()), home.id(), 1).orElseThrow();
    }

    private static Fact identity(boolean isProtected) {
        return new Fact.Identity(
                "Mia",
                "Prøvesen",
                LocalDate.of(1985, 3, 12),
                "01",
                isProtected,
                isProtected,
                isProtected ? null : "Prøvevej 9, 8800 Viborg",
                "prøvevej 9",
                List.of());
    }

    @Test
    void theDatabaseRefusesASectionWithoutAConsent() {
        assertThatThrownBy(() -> story.owner
                        .sql("""
                                insert into section (person_id, register, since_version, source, household_id, content_sealed,
                                  digest, mapping, run_id, stored_at)
                                values (:nobody, 'social', 1, 'SOCIAL', :home, '', '', '', :nobody, now())
                                """)
                        .param("nobody", UUID.randomUUID())
                        .param("home", home.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void whatALaterRunStoredIsNotReplacedByAnEarlierOne() {
        story.answers("jobcenter", amina, CASE).publish(home);
        story.owner.sql("update freshness set fence = 5").update();

        Chunk late = story.answers("jobcenter", amina, CASE, OTHER).publish(home);

        assertThat(cases(story.view(home))).isEqualTo(1);
        assertThat(story.item(late, home)).isEqualTo("KEPT");
    }

    @Test
    void aHolderWhoseItemWasTakenOverCommitsNothing() {
        Chunk chunk = Consenting.chunk(PublishStory.NIGHT, home);
        story.opens(chunk);
        story.owner.sql("update run_item set fence = 9").update();
        story.answers("jobcenter", amina, CASE).publish(chunk);

        assertThat(story.count("section")).isZero();
        assertThat(story.version(home)).isZero();
    }

    @Test
    void refusedRowsAreReplacedAndKeepTheDayTheyWereFirstSeen() {
        story.refuses("jobcenter", amina, 17, CASE).publish(home);
        story.later(Duration.ofDays(1));
        story.refuses("jobcenter", amina, 17, CASE).publish(home);

        assertThat(story.owner
                        .sql("select first_seen = last_seen as same from quarantine")
                        .query(Boolean.class)
                        .list())
                .containsExactly(false);
        assertThat(story.view(home).lane(Department.EMPLOYMENT).orElseThrow().state())
                .isEqualTo(LaneState.PARTLY_QUARANTINED);

        story.answers("jobcenter", amina, CASE).publish(home);
        assertThat(story.count("quarantine")).isZero();
    }

    @Test
    void everyRowIsCountedOnce() {
        ConsentedHousehold other = story.household("Bente");
        Chunk chunk = story.answers("jobcenter", amina, CASE)
                .answers("jobcenter", karim)
                .answers("jobcenter", other.persons().get(0), OTHER)
                .reads("jobcenter", home, new Fates(3, 1, 2, 1))
                .reads("jobcenter", other, new Fates(1, 0, 0, 0))
                .publish(home, other);

        assertThat(ledger("jobcenter", chunk))
                .containsEntry("rows_read", 8L)
                .containsEntry("rows_mapped", 4L)
                .containsEntry("asked", 3L)
                .containsEntry("answered", 3L)
                .containsEntry("rows_changed", 4L)
                .containsEntry("households_changed", 2L);

        Chunk again = story.answers("jobcenter", amina, CASE)
                .answers("jobcenter", karim)
                .answers("jobcenter", other.persons().get(0), OTHER, CASE)
                .reads("jobcenter", home, new Fates(3, 1, 2, 1))
                .reads("jobcenter", other, new Fates(2, 0, 0, 0))
                .publish(home, other);
        assertThat(ledger("jobcenter", again))
                .as("of the mapped, those of whom something changed")
                .containsEntry("rows_mapped", 5L)
                .containsEntry("rows_changed", 2L);
    }

    @Test
    void aRegisterThatDoesNotAddUpCannotBeClosedAsDone() {
        story.answers("jobcenter", amina, CASE)
                .reads("jobcenter", home, new Fates(3, 1, 2, 1))
                .publish(home);
        story.owner.sql("update run_register set rows_read = rows_read + 1").update();

        assertThatThrownBy(() -> story.owner
                        .sql("update run_register set state = 'DONE'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aHouseholdThatFailsStopsNoOther() {
        ConsentedHousehold other = story.household("Bente");
        story.owner
                .sql("alter table view_version add constraint never check (household_id <> '" + home.id() + "')")
                .update();
        Chunk night = story.answers("jobcenter", amina, CASE)
                .answers("jobcenter", other.persons().get(0), OTHER)
                .publish(home, other);

        assertThat(story.item(night, home)).isEqualTo("FAILED");
        assertThat(story.item(night, other)).isEqualTo("UPDATED");
        assertThat(story.owner
                        .sql("select failure from run_item where state = 'FAILED'")
                        .query(String.class)
                        .single())
                .isEqualTo("DataIntegrityViolationException");
        assertThat(story.count("section")).isEqualTo(1);
    }

    @Test
    void nothingStandsInTheOpen() {
        story.answers("jobcenter", amina, CASE).publish(home);

        List<Map<String, Object>> rows = story.owner
                .sql("select * from section, freshness, view_version")
                .query()
                .listOfRows();
        assertThat(rows.toString()).doesNotContain("J-1").doesNotContain("Mia Test");
    }

    @Test
    void aRegisterThatHasNoRowAboutAnybodyAnyMoreIsNotBelieved() {
        ConsentedHousehold many = story.household(
                Stream.iterate("A", name -> name + "a").limit(Silence.MANY).toArray(String[]::new));
        many.persons().forEach(person -> story.answers("jobcenter", person, CASE));
        story.publish(many);

        many.persons().forEach(person -> story.answers("jobcenter", person));
        Chunk emptied = story.publish(many);

        assertThat(cases(story.view(many))).isEqualTo(Silence.MANY);
        assertThat(story.item(emptied, many)).isEqualTo("KEPT");
        assertThat(ledger("jobcenter", emptied))
                .containsEntry("reason", Silence.REASON)
                .containsEntry("answered", 0L);
    }

    @Test
    void whatIsNewIsToldFromTheOldestVersionThatIsKept() {
        story.answers("jobcenter", amina, CASE).publish(home);
        story.answers("jobcenter", amina, CASE).answers("social", amina, OTHER).publish(home);
        story.answers("jobcenter", amina).answers("social", amina, OTHER).publish(home);
        story.answers("jobcenter", amina, CASE).answers("social", amina, OTHER).publish(home);
        story.owner.sql("delete from view_version where version < 3").update();
        story.owner.sql("delete from section where until_version < 3").update();

        assertThat(story.views().since(TestAccess.grant(home.id()), home.id(), 1))
                .as("what came after version 3, not what came after version 1")
                .extracting(Change::department)
                .containsExactly(Department.EMPLOYMENT);
        assertThat(story.views().sinceDate(TestAccess.grant(home.id()), home.id(), PublishStory.NIGHT.minusDays(60)))
                .hasSize(1);
        assertThat(story.views().since(TestAccess.grant(home.id()), home.id(), 0))
                .as("to who never looked nothing is new")
                .isEmpty();
    }

    @Test
    void everyVersionIsKeptWithWhatMadeItAndHoldsWhatIsStillAllowedOnly() {
        story.answers("jobcenter", amina, CASE).answers("social", amina, OTHER).publish(home);
        story.answers("jobcenter", amina).answers("social", amina, OTHER).publish(home);
        story.withdraws(amina.id(), Department.SOCIAL);

        List<Kept> kept = story.views().kept(TestAccess.grant(home.id()), home.id());

        assertThat(kept).extracting(one -> one.view().frame().version()).containsExactly(2, 1);
        assertThat(kept).extracting(Kept::made).containsOnly(new Kept.Made(Run.Kind.NIGHTLY, null));
        assertThat(cases(kept.get(0).view())).isZero();
        assertThat(cases(kept.get(1).view())).as("the one of the job centre").isEqualTo(1);
        assertThat(story.views().kept(TestAccess.grant(HouseholdId.random()), home.id()))
                .isEmpty();
    }

    @Test
    void nothingIsReadWithoutAGrantForThisHousehold() {
        story.answers("jobcenter", amina, CASE).publish(home);

        assertThat(story.views().read(TestAccess.grant(HouseholdId.random()), home.id()))
                .isEmpty();
        assertThatThrownBy(() -> story.vault.open(TestAccess.grant(), home.id(), "section", new byte[9]))
                .isInstanceOf(NotGranted.class);
    }

    @Test
    void aLargeHouseholdTakesAsManyStatementsAsASmallOne() {
        ConsentedHousehold large = story.household("Bente", "Carl", "Dorte", "Erik", "Freja", "Gerda");
        large.persons()
                .forEach(person -> story.answers("jobcenter", person, CASE).answers("social", person, OTHER));
        story.publish(large);
        int ofLarge = story.statements.sinceLast();
        story.answers("jobcenter", amina, CASE).publish(home);

        assertThat(story.statements.sinceLast()).isEqualTo(ofLarge).isLessThanOrEqualTo(16);
    }

    @Test
    void aHouseholdWithoutNewsTakesFewStatements() {
        story.answers("jobcenter", amina, CASE).publish(home);
        story.statements.sinceLast();
        story.answers("jobcenter", amina, CASE).publish(home);

        assertThat(story.statements.sinceLast()).isLessThanOrEqualTo(9);
    }

    private static int cases(HouseholdView view) {
        return view.lanes().stream().mapToInt(lane -> lane.open().size()).sum();
    }

    private Map<String, Object> ledger(String register, Chunk chunk) {
        Map<String, Object> row = story.owner
                .sql("select * from run_register where register = :register and run_id = :run")
                .param("register", register)
                .param("run", chunk.run().id().value())
                .query()
                .singleRow();
        row.replaceAll((column, value) -> value instanceof Integer number ? (Object) number.longValue() : value);
        return row;
    }
}
