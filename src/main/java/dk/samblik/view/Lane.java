package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Coded;
import dk.samblik.mapping.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One department's part of the view, combined over the members.
 *
 * @param title what the department's register is called
 * @param contacts whom to call: primary ones first; one line for each person, whatever the number of cases
 * @param next dates from today and 30 days ahead, soonest first
 * @param caseworkers how many different people are named
 * @param facts how many facts are shown from here
 */
public record Lane(
        Department department,
        String title,
        LaneState state,
        Note note,
        List<Contact> contacts,
        List<Sourced<Fact.Case>> open,
        List<Sourced<Fact.Case>> closed,
        List<Sourced<Fact.Worker>> workers,
        List<CalendarEntry> next,
        List<SourceState> members,
        int caseworkers,
        int facts) {

    public Lane {
        contacts = List.copyOf(contacts);
        open = List.copyOf(open);
        closed = List.copyOf(closed);
        workers = List.copyOf(workers);
        next = List.copyOf(next);
        members = List.copyOf(members);
    }

    /**
     * What the sentence of the state needs. {@code asOf} is the oldest date of the source among the members, {@code
     * fetched} the oldest answer; {@code staleSince} and {@code reason} of the member that is worst off ({@code NOT_YET}: the first asking is to come); {@code looksBack}
     * the first day records are read from; {@code withdrawn} when consent was taken back; {@code quarantined} rows.
     */
    public record Note(
            @Nullable Instant asOf,
            @Nullable Instant fetched,
            @Nullable Instant staleSince,
            @Nullable String reason,
            @Nullable LocalDate looksBack,
            @Nullable Instant withdrawn,
            int quarantined) {

        /** The same of these members alone; what is said of all stays. */
        public Note of(List<SourceState> members) {
            Optional<SourceState> worst = members.stream()
                    .filter(member -> member.state() == LaneState.DOWN_EMPTY || member.state() == LaneState.STALE)
                    .min(Comparator.comparing(SourceState::staleSince, Comparator.nullsLast(Comparator.naturalOrder()))
                            .thenComparing(member -> member.person().value()));
            return new Note(
                    Lanes.first(members, SourceState::asOf),
                    Lanes.first(members, SourceState::answered),
                    worst.map(SourceState::staleSince).orElse(null),
                    worst.map(SourceState::reason).orElse(null),
                    looksBack,
                    withdrawn,
                    members.stream().mapToInt(SourceState::quarantined).sum());
        }
    }

    /** Somebody in the department who works with one or more of the members; {@code name} null: only the unit is known. */
    public record Contact(
            List<PersonId> persons,
            @Nullable String name,
            @Nullable Coded role,
            boolean primary,
            @Nullable String title,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String unit,
            Provenance from) {
        public Contact {
            persons = List.copyOf(persons);
        }
    }
}
