package dk.samblik.enrolment;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far a household has come. {@code NEW} is drawn or referred and not yet written to. The last three are facts of a
 * household at the consent desk: that its consent is given is said by hand, that it is active and has ended by itself.
 */
public enum Step {
    NEW,
    INVITED,
    REMINDED,
    YES,
    NO,
    NO_ANSWER,
    DROPPED_OUT,
    CONSENT_GIVEN,
    ACTIVE,
    ENDED;

    /** Why somebody dropped out before a consent. */
    public static final List<String> DROPPED_OUT_FOR = List.of("MOVED", "DEAD", "NOT_COVERED");

    private static final Set<Step> BY_ITSELF = EnumSet.of(ACTIVE, ENDED);

    /** The one table of what may follow what. Who said no may change their mind for as long as the name is kept. */
    private static final Map<Step, Set<Step>> NEXT = Map.of(
            NEW, EnumSet.of(INVITED, YES, NO, DROPPED_OUT),
            INVITED, EnumSet.of(REMINDED, YES, NO, NO_ANSWER, DROPPED_OUT),
            REMINDED, EnumSet.of(REMINDED, YES, NO, NO_ANSWER, DROPPED_OUT),
            NO_ANSWER, EnumSet.of(YES, NO, DROPPED_OUT),
            NO, EnumSet.of(YES),
            YES, EnumSet.of(CONSENT_GIVEN, NO, NO_ANSWER, DROPPED_OUT),
            DROPPED_OUT, EnumSet.noneOf(Step.class),
            CONSENT_GIVEN, EnumSet.of(ACTIVE, ENDED),
            ACTIVE, EnumSet.of(ENDED),
            ENDED, EnumSet.noneOf(Step.class));

    /** What may follow. A household that ended comes back as another one, with a new consent. */
    public Set<Step> next() {
        return Set.copyOf(NEXT.getOrDefault(this, Set.of()));
    }

    /** What somebody may choose next. */
    public List<Step> choices() {
        return next().stream()
                .filter(step -> !BY_ITSELF.contains(step))
                .sorted()
                .toList();
    }

    /** Whether the contact is over, so that name and address go after the programme's days. */
    public boolean closed() {
        return switch (this) {
            case NEW, INVITED, REMINDED, YES -> false;
            case NO, NO_ANSWER, DROPPED_OUT, CONSENT_GIVEN, ACTIVE, ENDED -> true;
        };
    }

    /** Whether an answer is waited for. */
    boolean waiting() {
        return this == INVITED || this == REMINDED;
    }
}
