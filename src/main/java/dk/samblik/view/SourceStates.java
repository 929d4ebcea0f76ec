package dk.samblik.view;

import dk.samblik.household.PersonId;
import dk.samblik.view.Frame.Participant;
import dk.samblik.view.Frame.RegisterShown;
import dk.samblik.view.PersonSections.Section;
import dk.samblik.view.SourceState.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How each register stands for each member: the last asking, and how old what is shown has become. */
final class SourceStates {

    private final Shown shown;
    private final Instant now;

    private SourceStates(Shown shown, Instant now) {
        this.shown = shown;
        this.now = now;
    }

    static List<SourceState> of(Frame frame, List<Member> members, Shown shown, Instant now) {
        SourceStates states = new SourceStates(shown, now);
        List<SourceState> all = new ArrayList<>();
        for (RegisterShown register : frame.registers()) {
            for (Member member : members) {
                frame.participants().stream()
                        .filter(participant -> participant.id().equals(member.id()))
                        .forEach(participant -> all.add(states.state(register, participant)));
            }
        }
        return all;
    }

    private SourceState state(RegisterShown register, Participant participant) {
        if (!participant.scopes().containsKey(register.source())) {
            boolean withdrawn = participant.withdrawn().containsKey(register.source());
            return withdrawn
                    ? unasked(register, participant.id(), Outcome.WITHDRAWN, LaneState.WITHDRAWN)
                    : unasked(register, participant.id(), Outcome.NOT_IN_SCOPE, LaneState.NOT_IN_SCOPE);
        }
        Optional<Section> section = shown.section(participant.id(), register.register());
        return section.map(found -> asked(register, participant.id(), found))
                .orElseGet(() -> unasked(register, participant.id(), Outcome.NOT_YET, LaneState.DOWN_EMPTY));
    }

    /** Nothing asked yet; the reason tells it from a register that does not answer. */
    private static SourceState unasked(RegisterShown register, PersonId person, Outcome outcome, LaneState state) {
        return new SourceState(
                register.register(),
                register.title(),
                register.source(),
                person,
                outcome,
                state,
                null,
                null,
                null,
                null,
                outcome == Outcome.NOT_YET ? outcome.name() : null,
                null,
                0,
                0);
    }

    private SourceState asked(RegisterShown register, PersonId person, Section section) {
        int facts = (int) shown.all().stream()
                .filter(sourced -> sourced.person().equals(person)
                        && sourced.from().register().equals(register.register()))
                .count();
        Outcome outcome = outcome(section, facts);
        return new SourceState(
                register.register(),
                register.title(),
                register.source(),
                person,
                outcome,
                state(register, section, outcome),
                section.asOf(),
                section.asked(),
                section.answered(),
                staleSince(register, section),
                section.reason(),
                section.mapping(),
                section.quarantined(),
                facts);
    }

    private static Outcome outcome(Section section, int facts) {
        return switch (section.outcome()) {
            case NOT_ACCESSIBLE -> Outcome.NOT_ACCESSIBLE;
            case UNAVAILABLE -> Outcome.UNAVAILABLE;
            case ANSWERED, NOTHING -> facts == 0 ? Outcome.NOTHING : Outcome.ANSWERED;
        };
    }

    private LaneState state(RegisterShown register, Section section, Outcome outcome) {
        if (outcome == Outcome.NOT_ACCESSIBLE) {
            return LaneState.NOT_ACCESSIBLE;
        }
        if (outcome == Outcome.UNAVAILABLE && section.answered() == null) {
            return LaneState.DOWN_EMPTY;
        }
        if (staleSince(register, section) != null) {
            return LaneState.STALE;
        }
        if (section.quarantined() > 0) {
            return LaneState.PARTLY_QUARANTINED;
        }
        return outcome == Outcome.NOTHING ? LaneState.NOTHING_FOUND : LaneState.FRESH;
    }

    /** Since the register failed to answer, or since its own date grew older than its limit. */
    private @Nullable Instant staleSince(RegisterShown register, Section section) {
        if (section.outcome() == PersonSections.Outcome.UNAVAILABLE) {
            return section.staleSince() == null ? section.asked() : section.staleSince();
        }
        if (section.asOf() == null || section.outcome() == PersonSections.Outcome.NOT_ACCESSIBLE) {
            return null;
        }
        Instant limit = section.asOf().plus(register.staleAfter());
        return limit.isBefore(now) ? limit : null;
    }
}
