package dk.samblik.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.access.NotGranted;
import dk.samblik.access.TestAccess;
import dk.samblik.access.Viewer;
import dk.samblik.enrolment.Candidates.Referral;
import dk.samblik.enrolment.Contacts.Choice;
import dk.samblik.enrolment.Contacts.Outcome;
import dk.samblik.enrolment.Enrolments.Flow;
import dk.samblik.enrolment.Enrolments.Progress;
import dk.samblik.household.HouseholdId;
import dk.samblik.programme.Programme;
import dk.samblik.storage.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From being drawn or referred to a consent, on a real database. */
class ContactsTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final Asked asked = new Asked(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aDrawIsTakenInOnceAndItsNamesOpenAgainstAGrantOnly() {
        asked.drawn("H-0431");
        asked.drawn("H-0431");

        Candidate one = asked.one("H-0431");
        assertThat(asked.contacts().all(Asked.KAJ)).hasSize(1);
        assertThat(one.step()).isEqualTo(Step.NEW);
        assertThat(asked.names(one).get(one.id())).isEqualTo(new Addressee("Bente Test", "Lærkevænget 12, 2. tv"));
        assertThatThrownBy(() -> asked.contacts().names(TestAccess.grant(HouseholdId.random()), List.of(one)))
                .isInstanceOf(NotGranted.class);
        assertThat(asked.texts("select row_to_json(c)::text from candidate c")).noneMatch(row -> row.contains("Bente"));
    }

    @Test
    void nobodyOfAnotherAreaIsOnTheList() {
        asked.drawn("H-0431");
        Viewer other = new Viewer("kit", "Kit Test", Viewer.Role.CONTACT, "Fjordsted Kommune", Set.of("Mosebakken"));

        assertThat(asked.contacts().all(other)).isEmpty();
        assertThat(asked.contacts().find(asked.one("H-0431").id(), other)).isEmpty();
    }

    @Test
    void somebodyIsRemindedAfterTheProgrammesDaysAndNoMoreThanItsTimes() {
        asked.drawn("H-0431");
        asked.move("H-0431", Step.INVITED);
        asked.today = Asked.START.plusDays(13);
        assertThat(asked.one("H-0431").due(asked.today, 14, 3)).isFalse();
        for (int times = 1; times <= 3; times++) {
            asked.today = asked.one("H-0431").lastWritten().plusDays(14);
            assertThat(asked.one("H-0431").due(asked.today, 14, 3)).isTrue();
            assertThat(asked.move("H-0431", Step.REMINDED)).isEqualTo(Outcome.DONE);
        }
        asked.today = asked.today.plusDays(100);

        assertThat(asked.one("H-0431").reminders()).isEqualTo(3);
        assertThat(asked.one("H-0431").due(asked.today, 14, 3)).isFalse();
    }

    @Test
    void theLastChangeIsUndoneAndStandsAsUndone() {
        asked.drawn("H-0431");
        asked.move("H-0431", Step.INVITED);
        asked.today = Asked.START.plusDays(2);
        asked.move("H-0431", Step.NO);

        assertThat(asked.contacts().undo(asked.one("H-0431"), Asked.KAJ)).isEqualTo(Outcome.DONE);

        assertThat(asked.one("H-0431").step()).isEqualTo(Step.INVITED);
        assertThat(asked.one("H-0431").since()).isEqualTo(Asked.START);
        assertThat(asked.one("H-0431").answered()).isNull();
        assertThat(asked.texts("select step || undone from candidate_event order by number"))
                .containsExactly("NEWfalse", "INVITEDfalse", "NOtrue");
    }

    @Test
    void whatWasChangedMeanwhileIsNotWrittenOver() {
        Candidate seen = asked.drawn("H-0431");
        asked.move("H-0431", Step.INVITED);

        assertThat(asked.contacts().move(seen, Choice.of(Step.NO), Asked.KAJ)).isEqualTo(Outcome.CHANGED);
        assertThat(asked.one("H-0431").step()).isEqualTo(Step.INVITED);
    }

    @Test
    void nameAndKeyGoOnTheDayAfterTheProgrammesDaysAndTheHashAfterItsMonths() {
        Candidate one = asked.drawn("H-0431");
        asked.move("H-0431", Step.NO);
        asked.today = Asked.START.plusDays(60);
        asked.sweep();
        assertThat(asked.one("H-0431").named()).isTrue();

        asked.today = Asked.START.plusDays(61);
        asked.sweep();

        assertThat(asked.one("H-0431").named()).isFalse();
        assertThat(asked.texts("select household_id || what from erasure")).containsExactly(one.id() + "key");
        assertThat(asked.candidates().notAgain("FREMSKUDT", asked.today.minusMonths(12)))
                .hasSize(1);
        assertThat(asked.move("H-0431", Step.YES))
                .as("nobody is left to write to")
                .isEqualTo(Outcome.NOT_POSSIBLE);

        asked.today = Asked.START.plusMonths(12).plusDays(1);
        asked.sweep();

        assertThat(asked.contacts().all(Asked.KAJ)).isEmpty();
        assertThat(asked.enrolments().flow("FREMSKUDT"))
                .as("how many came how far is still known")
                .containsExactlyInAnyOrder(
                        new Flow("Lærkevænget", "2026-2", Step.NEW, 1), new Flow("Lærkevænget", "2026-2", Step.NO, 1));
    }

    @Test
    void aReferralNotesItsReasonsAndGetsTheNextNumber() {
        Referral referral = new Referral(
                "HELFAMILIE",
                "Skovparken",
                List.of("SKOLEFRAVAER", "EGET_OENSKE"),
                "SCHOOL",
                new Addressee("Familien Test", ""),
                true,
                null);

        assertThat(asked.candidates().refer(referral, Asked.KAJ)).isEqualTo("K-0001");
        assertThat(asked.candidates().refer(referral, Asked.KAJ)).isEqualTo("K-0002");

        assertThat(asked.one("K-0002").criteria()).containsExactly("SKOLEFRAVAER", "EGET_OENSKE");
        assertThat(asked.one("K-0002").protectedAddress()).isTrue();
        assertThat(asked.texts("select changed_by from candidate_event")).containsExactly("kaj", "kaj");
        assertThat(asked.candidates().notAgain("HELFAMILIE", Asked.START)).isEmpty();
    }

    @Test
    void whoIsReferredAndSaysNoIsKnownByTheirAddressForTheProgrammesMonths() {
        String place = "0998|0061|4||";
        asked.candidates()
                .refer(
                        new Referral(
                                "HELFAMILIE",
                                "Skovparken",
                                List.of("EGET_OENSKE"),
                                "FAMILY",
                                new Addressee("Familien Test", "Skovparken 4"),
                                false,
                                place),
                        Asked.KAJ);
        asked.move("K-0001", Step.NO);

        assertThat(asked.candidates().notAgain("HELFAMILIE", Asked.START))
                .singleElement()
                .isEqualTo(asked.vault.place(place));
        assertThat(asked.candidates().notAgain("HELFAMILIE", Asked.START.plusDays(1)))
                .isEmpty();
        asked.today = Asked.START.plusMonths(13);
        asked.sweep();
        assertThat(asked.texts("select key::text from candidate")).isEmpty();
    }

    @Test
    void whoWasDrawnAndWhoWasReferredCountAlikeInTheirProgramme() {
        asked.drawn("H-0431");
        asked.candidates()
                .refer(
                        new Referral(
                                "FREMSKUDT",
                                "Lærkevænget",
                                List.of("EGET_OENSKE"),
                                "SCHOOL",
                                new Addressee("Familien Test", "Lærkevænget 4"),
                                false,
                                "0998|0012|4||"),
                        Asked.KAJ);
        takesPart("H-0431", "H-7");
        Programme programme = asked.programmes.of("FREMSKUDT");
        assertThat(asked.contacts().listed(programme, "0998|0012|4||", Asked.KAJ))
                .contains("K-0001");
        assertThat(asked.contacts().listed(programme, "0998|0012|5||", Asked.KAJ))
                .isEmpty();
        assertThat(asked.candidates().notAgain("FREMSKUDT", Asked.START)).hasSize(2);
        takesPart("K-0001", "H-8");

        assertThat(asked.contacts().listed(programme, "0998|0012|4||", Asked.KAJ))
                .as("they are not contacted any more")
                .isEmpty();
        assertThat(asked.contacts().all(Asked.KAJ)).extracting(Candidate::step).containsOnly(Step.ACTIVE);
        assertThat(asked.enrolments().progress(programme)).isEqualTo(new Progress(2, 0, 180));
        assertThat(asked.enrolments().flow("FREMSKUDT"))
                .filteredOn(flow -> flow.step() == Step.NEW || flow.step() == Step.ACTIVE)
                .extracting(Flow::households)
                .containsExactly(2L, 2L);
    }

    private void takesPart(String number, String household) {
        HouseholdId home = asked.enrolled(household, "Lærkevænget", "FREMSKUDT", Asked.START);
        asked.move(number, Step.YES);
        asked.contacts().move(asked.one(number), new Choice(Step.CONSENT_GIVEN, null, household), Asked.KAJ);
        asked.seen(home);
    }

    @Test
    void aConsentIsHandedOverByTheHouseholdsNumberAndFromThenOnTheHouseholdTells() {
        asked.drawn("H-0431");
        asked.move("H-0431", Step.YES);
        Choice unknown = new Choice(Step.CONSENT_GIVEN, null, "H-9");
        assertThat(asked.contacts().move(asked.one("H-0431"), unknown, Asked.KAJ))
                .isEqualTo(Outcome.NO_SUCH_HOUSEHOLD);
        HouseholdId elsewhere = asked.enrolled("H-8", "Mosebakken", "FREMSKUDT", Asked.START);
        assertThat(asked.contacts().move(asked.one("H-0431"), new Choice(Step.CONSENT_GIVEN, null, "H-8"), Asked.KAJ))
                .isEqualTo(Outcome.NO_SUCH_HOUSEHOLD);
        HouseholdId home = asked.enrolled("H-7", "Lærkevænget", "FREMSKUDT", Asked.START);

        assertThat(asked.contacts().move(asked.one("H-0431"), new Choice(Step.CONSENT_GIVEN, null, " h-7 "), Asked.KAJ))
                .isEqualTo(Outcome.DONE);
        assertThat(asked.one("H-0431").step()).isEqualTo(Step.CONSENT_GIVEN);
        asked.seen(elsewhere);
        assertThat(asked.one("H-0431").step()).isEqualTo(Step.CONSENT_GIVEN);
        asked.seen(home);
        asked.seen(home);
        assertThat(asked.one("H-0431").step()).isEqualTo(Step.ACTIVE);
        asked.today = Asked.START.plusDays(40);
        assertThat(asked.ends().end(home, "COMPLETED", Asked.KAJ)).isTrue();

        assertThat(asked.one("H-0431").step()).isEqualTo(Step.ENDED);
        assertThat(asked.one("H-0431").reason()).isEqualTo("COMPLETED");
        assertThat(asked.texts("select step from candidate_event order by number"))
                .containsExactly("NEW", "YES", "CONSENT_GIVEN", "ACTIVE", "ENDED");
        assertThat(asked.one("H-0431").undoable()).isFalse();
    }

    @Test
    void aConsentTakenBackEndsTheCandidateToo() {
        asked.drawn("H-0431");
        asked.move("H-0431", Step.YES);
        HouseholdId home = asked.enrolled("H-7", "Lærkevænget", "FREMSKUDT", Asked.START);
        asked.seen(home);
        asked.contacts().move(asked.one("H-0431"), new Choice(Step.CONSENT_GIVEN, null, "H-7"), Asked.KAJ);
        assertThat(asked.one("H-0431").step()).as("it has been seen already").isEqualTo(Step.ACTIVE);

        asked.owner.sql("update household set exit_date = date '2026-11-20'").update();

        assertThat(asked.one("H-0431").reason()).isEqualTo("WITHDRAWN");
        assertThat(asked.one("H-0431").since()).isEqualTo(LocalDate.of(2026, 11, 20));
    }
}
