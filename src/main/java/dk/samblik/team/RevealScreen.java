package dk.samblik.team;

import dk.samblik.household.Cpr;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.view.Frame;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Member;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose number or address may be asked for, why, and what was shown: one value, for one person.
 *
 * @param onDemand whether this reader may have it shown; else the masked numbers are all there is
 * @param asked the form as it was sent, null before it is
 * @param shown the value, null while person or purpose is not chosen
 */
record RevealScreen(
        Reveal what,
        String household,
        String number,
        List<Line> lines,
        boolean onDemand,
        @Nullable Asked asked,
        @Nullable String shown) {

    /** One person; {@code masked} is empty where no number is shown. */
    record Line(String id, String name, String masked, boolean protectedAddress) {}

    /** About whom, and for what purpose ({@code formaal}): what the reader chose. */
    record Asked(@Nullable String person, @Nullable String formaal) {

        /** Whether the purpose is one of this kind. */
        boolean hasPurpose(Reveal what) {
            return formaal != null && what.purposes().contains(formaal);
        }

        /** The one of these who was asked about. */
        Optional<Member> member(List<Member> offered) {
            return offered.stream()
                    .filter(member -> member.id().toString().equals(person))
                    .findFirst();
        }
    }

    RevealScreen {
        lines = List.copyOf(lines);
    }

    static RevealScreen of(
            Reveal what,
            HouseholdView view,
            Map<PersonId, Cpr> numbers,
            boolean onDemand,
            @Nullable Asked asked,
            @Nullable String shown,
            Words words) {
        People people = new People(view, words);
        return new RevealScreen(
                what,
                view.frame().household().toString(),
                view.frame().number(),
                offered(what, view).stream()
                        .map(member -> line(member, numbers.get(member.id()), people))
                        .toList(),
                onDemand,
                asked,
                shown);
    }

    private static Line line(Member member, @Nullable Cpr number, People people) {
        return new Line(
                member.id().toString(),
                people.fullName(member),
                number == null ? "" : number.masked(),
                member.protectedAddress());
    }

    /**
     * Those about whom it may be asked: a consent is in force, for an address one that covers the population register; and
     * where no address is hidden, nobody, since the household's page has it.
     */
    static List<Member> offered(Reveal what, HouseholdView view) {
        Set<PersonId> covered = view.frame().participants().stream()
                .filter(one -> what == Reveal.CPR || one.scopes().containsKey(Department.POPULATION))
                .map(Frame.Participant::id)
                .collect(Collectors.toSet());
        return view.members().stream()
                .filter(member -> member.consent() == Frame.Standing.IN_FORCE && covered.contains(member.id()))
                .filter(member -> what == Reveal.CPR || view.addressesHidden())
                .toList();
    }

    /** Whether a person is to be chosen before anything is shown. */
    public boolean personMissing() {
        return sentInVain() && whose().isEmpty();
    }

    /** Whether a purpose is to be chosen before anything is shown. */
    public boolean purposeMissing() {
        return asked != null && sentInVain() && !asked.hasPurpose(what);
    }

    /** Where nobody can be asked about, nothing is missing either. */
    private boolean sentInVain() {
        return asked != null && shown == null && !lines.isEmpty();
    }

    /** Whether a choice was made already, in a form that lacks another. */
    public boolean chosen(String value) {
        return asked != null && shown == null && (value.equals(asked.person()) || value.equals(asked.formaal()));
    }

    /** What the person asked about is called. */
    public String whose() {
        return lines.stream()
                .filter(line -> asked != null && line.id().equals(asked.person()))
                .map(Line::name)
                .findFirst()
                .orElse("");
    }

    @Override
    public String toString() {
        return "RevealScreen[masked]";
    }
}
