package dk.samblik.meeting;

import dk.samblik.household.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish of the household, in its words, or something that was agreed. Short, one line, without a history of its text.
 *
 * @param about the members whose wish it is, or whom the agreement is about; never empty
 * @param who does it, of an agreement; empty of a wish
 * @param due the last day to do it, of an agreement with one
 * @param made when it was written down, null of one from before that was noted
 * @param done when it was marked as done, null while it is open
 * @param ledTo the measure an agreement led to, where somebody chose one and the consent covers it
 * @param revision counts every change, from 1
 * @param changedBy the name of whoever wrote it last, as it was then
 */
public record OwnLine(
        UUID id,
        Kind kind,
        Set<PersonId> about,
        String text,
        String who,
        @Nullable LocalDate due,
        @Nullable Instant made,
        @Nullable Instant done,
        @Nullable LedTo ledTo,
        int revision,
        String changedBy,
        Instant changedAt) {

    /** The longest text of a line, in characters: a sentence or two, never a note. */
    public static final int LONGEST = 200;

    /** The longest answer to who does it, in characters. */
    public static final int LONGEST_WHO = 60;

    /** Open first, the most overdue first, those without a day last; then the done ones, the latest first. */
    public static final Comparator<OwnLine> OVERDUE_FIRST = Comparator.comparing((OwnLine line) -> line.done() != null)
            .thenComparing(OwnLine::done, Comparator.nullsFirst(Comparator.reverseOrder()))
            .thenComparing(OwnLine::due, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(OwnLine::changedAt)
            .thenComparing(OwnLine::id);

    public OwnLine {
        about = Set.copyOf(about);
    }

    /** What kind of line it is, and how many of it a household may have at a time. */
    public enum Kind {
        WISH(5),
        AGREEMENT(12);

        private final int most;

        Kind(int most) {
            this.most = most;
        }

        /** How many may stand open at a time; with more it would be a case system. */
        public int most() {
            return most;
        }
    }

    /** What somebody writes. */
    public record Written(
            Set<PersonId> about,
            String text,
            String who,
            @Nullable LocalDate due) {
        public Written {
            about = Set.copyOf(about);
        }
    }

    /** Whether it should have been done before this day. */
    public boolean overdue(LocalDate today) {
        return done == null && due != null && due.isBefore(today);
    }
}
