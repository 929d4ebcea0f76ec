package dk.samblik.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.campaign.Campaign;
import dk.samblik.enrolment.Contacts.Choice;
import dk.samblik.enrolment.Contacts.Outcome;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random lives of candidates on a real database: whatever is chosen, possible or not, undone, waited for and swept, and
 * whatever becomes of their household, what stands is what a plain pile of the same events says.
 */
class CandidateLivesTest {

    private static final Campaign LIVES = Campaign.named("enrolment");
    private static final int ACTIONS = 30;

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private enum Action {
        CHOOSE,
        CHOOSE_POSSIBLE,
        CHOOSE_STALE,
        UNDO,
        DAYS,
        SWEEP,
        SEEN,
        END,
        WITHDRAW
    }

    private static final List<Action> BY_CHANCE = List.of(
            Action.CHOOSE,
            Action.CHOOSE,
            Action.CHOOSE_POSSIBLE,
            Action.CHOOSE_POSSIBLE,
            Action.CHOOSE_POSSIBLE,
            Action.CHOOSE_POSSIBLE,
            Action.CHOOSE_POSSIBLE,
            Action.CHOOSE_STALE,
            Action.UNDO,
            Action.UNDO,
            Action.DAYS,
            Action.DAYS,
            Action.SWEEP,
            Action.SWEEP,
            Action.SEEN,
            Action.END,
            Action.WITHDRAW);

    @Test
    void whatStandsIsWhatHappenedAndWasNotUndone() {
        int lives = LIVES.tier(20, 500);
        for (int n = 0; n < lives; n++) {
            assertThat(new Life(n).live(LIVES.random("life " + n)))
                    .as("life %s of seed %s", n, LIVES.seed())
                    .isEmpty();
        }
        LIVES.figure("lives of candidates", lives);
        LIVES.figure("lives with a difference", 0);
    }

    /** One candidate, its household, and the model of both. */
    private static final class Life {

        private final Asked asked = new Asked(database);
        private final String number;
        private final CandidateModel model = new CandidateModel(Asked.START);
        private final Candidate first;
        private final HouseholdId home;
        private final List<String> events = new ArrayList<>();

        Life(int n) {
            database.web().sql().sql("delete from candidate").update();
            asked.owner.sql("delete from enrolment_flow").update();
            number = "L-" + n;
            first = asked.drawn(number);
            home = asked.enrolled("H-" + n, "Lærkevænget", "FREMSKUDT", Asked.START.minusDays(3));
        }

        List<String> live(Random random) {
            for (int n = 0; n < ACTIONS; n++) {
                Action action = BY_CHANCE.get(random.nextInt(BY_CHANCE.size()));
                LIVES.count("actions on candidates", 1);
                String differs = happen(action, random);
                events.add(model.today + " " + action + " " + model.step());
                List<String> wrong = Stream.concat(Stream.of(differs), differences().stream())
                        .filter(one -> !one.isEmpty())
                        .toList();
                if (!wrong.isEmpty()) {
                    return Stream.concat(events.stream(), wrong.stream()).toList();
                }
            }
            return List.of();
        }

        private Optional<Candidate> now() {
            return asked.contacts().find(first.id(), Asked.KAJ);
        }

        private String happen(Action action, Random random) {
            switch (action) {
                case CHOOSE -> {
                    return choose(Step.values()[random.nextInt(Step.values().length)], random);
                }
                case CHOOSE_POSSIBLE -> {
                    List<Step> may = Stream.of(Step.values())
                            .filter(step -> model.may(step.name()))
                            .toList();
                    return may.isEmpty() ? "" : choose(may.get(random.nextInt(may.size())), random);
                }
                case CHOOSE_STALE -> {
                    return stale();
                }
                case UNDO -> {
                    now().ifPresent(one -> asked.contacts().undo(one, Asked.KAJ));
                    model.undo();
                }
                case DAYS -> {
                    model.today = model.today.plusDays(1 + random.nextInt(random.nextInt(4) == 0 ? 200 : 25));
                    asked.today = model.today;
                }
                case SWEEP -> {
                    asked.sweep();
                    model.sweep();
                }
                case SEEN -> {
                    if (!model.left) {
                        asked.seen(home);
                        model.isSeen();
                    }
                }
                case END -> {
                    asked.ends().end(home, "COMPLETED", Asked.KAJ);
                    model.leaves(model.today.minusDays(1), "COMPLETED");
                }
                case WITHDRAW -> {
                    leave();
                    model.leaves(model.today, "WITHDRAWN");
                }
            }
            return "";
        }

        private void leave() {
            asked.owner
                    .sql("update household set exit_date = :day where household_id = :id and exit_date is null")
                    .param("day", model.today)
                    .param("id", home.value())
                    .update();
        }

        private String choose(Step step, Random random) {
            Optional<Candidate> one = now();
            String reason = step == Step.DROPPED_OUT
                    ? Step.DROPPED_OUT_FOR.get(random.nextInt(Step.DROPPED_OUT_FOR.size()))
                    : null;
            boolean may = model.choose(step.name(), reason);
            if (one.isEmpty()) {
                return may ? "nobody is there of whom something may be said" : "";
            }
            String household = step == Step.CONSENT_GIVEN ? number.replace("L-", "H-") : null;
            Outcome outcome = asked.contacts().move(one.get(), new Choice(step, reason, household), Asked.KAJ);
            LIVES.count("of these " + (may ? "possible" : "refused"), 1);
            return (outcome == Outcome.DONE) == may ? "" : "choosing " + step + " was " + outcome;
        }

        /** Somebody who saw an older state changes nothing. */
        private String stale() {
            Optional<Candidate> one = now().filter(candidate -> candidate.revision() > first.revision());
            if (one.isEmpty()) {
                return "";
            }
            Outcome outcome = asked.contacts().move(first, Choice.of(Step.INVITED), Asked.KAJ);
            return outcome == Outcome.CHANGED ? "" : "a change on an old state was " + outcome;
        }

        private List<String> differences() {
            List<String> wrong = new ArrayList<>();
            Optional<Candidate> one = now();
            if (one.isPresent() != model.there) {
                return List.of("there: " + one.isPresent() + ", expected: " + model.there);
            }
            Map<String, Long> counted = asked.enrolments().flow("FREMSKUDT").stream()
                    .filter(flow -> ofCandidates(flow.step()))
                    .collect(Collectors.toMap(
                            flow -> flow.step().name(), Enrolments.Flow::households, Long::sum, TreeMap::new));
            Map<String, Long> expected = model.counted();
            expected.keySet().removeIf(step -> !ofCandidates(Step.valueOf(step)));
            if (!counted.equals(expected)) {
                wrong.add("flow: " + counted + ", expected: " + expected);
            }
            one.ifPresent(candidate -> compare(candidate, wrong));
            return wrong;
        }

        /** The later steps are told by households without a candidate too. */
        private static boolean ofCandidates(Step step) {
            return step != Step.CONSENT_GIVEN && step != Step.ACTIVE && step != Step.ENDED;
        }

        private void compare(Candidate candidate, List<String> wrong) {
            CandidateModel.Happened last = model.pile.getLast();
            same("step", candidate.step().name(), last.step(), wrong);
            same("reason", String.valueOf(candidate.reason()), String.valueOf(last.reason()), wrong);
            // When a household is first seen is said by the database's own clock.
            if (candidate.step() != Step.ACTIVE) {
                same("day", candidate.since().toString(), last.day().toString(), wrong);
            }
            same("named", candidate.named(), model.named, wrong);
            same("key", asked.vault.holds(candidate.logged()) || !model.named, true, wrong);
            same("undoable", candidate.undoable(), model.mayUndo(), wrong);
            List<String> steps = asked.owner
                    .sql("select step from candidate_event where candidate_id = :id order by number")
                    .param("id", candidate.id())
                    .query(String.class)
                    .list();
            same("events", steps, model.all, wrong);
            long linked = asked.owner
                    .sql("select count(*) from candidate where candidate_id = :id and household_id is not null")
                    .param("id", candidate.id())
                    .query(Long.class)
                    .single();
            same("linked", linked > 0, model.linked, wrong);
        }

        private static void same(String what, Object is, Object expected, List<String> wrong) {
            if (!is.equals(expected)) {
                wrong.add(String.format(Locale.ROOT, "%s: %s, expected: %s", what, is, expected));
            }
        }
    }

    @Test
    void theModelLetsFollowWhatTheTableDoes() {
        CandidateModel model = new CandidateModel(LocalDate.of(2026, 11, 17));

        for (Step from : Step.values()) {
            for (Step to : from.choices()) {
                CandidateModel at = new CandidateModel(model.today);
                at.pile.addLast(new CandidateModel.Happened(from.name(), null, model.today));
                assertThat(at.may(to.name())).as(from + " to " + to).isTrue();
            }
        }
    }
}
