package dk.samblik.team;

import dk.samblik.household.PersonId;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Member;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** What the members of one household are called on a page: first names, or "Adult 2" where no name may be shown. */
final class People {

    private final HouseholdView view;
    private final Words words;

    People(HouseholdView view, Words words) {
        this.view = view;
        this.words = words;
    }

    /** What one member is called. */
    public String name(PersonId id) {
        return view.member(id).map(this::name).orElseGet(() -> words.say("person.unknown"));
    }

    /** What one member is called in running text. */
    public String name(Member member) {
        return member.firstName() == null ? anonymous(member) : member.firstName();
    }

    /** The whole name, for the list of members. */
    public String fullName(Member member) {
        return member.name() == null ? anonymous(member) : member.name();
    }

    /** Several members in one breath. */
    public String names(Collection<PersonId> ids) {
        return words.list(ids.stream().map(this::name).distinct().toList());
    }

    /** The adults who may be named, as the heading of the page names the household. */
    public String adults() {
        return words.list(of(Member.Kind.ADULT).stream()
                .map(Member::firstName)
                .filter(Objects::nonNull)
                .toList());
    }

    /** Whole years; months below two; nothing where the birth date is not known. */
    public String age(Member member) {
        if (member.age() == null) {
            return "";
        }
        if (member.age() >= 2 || member.born() == null) {
            return words.say("person.age", member.age());
        }
        return words.say("person.months", ChronoUnit.MONTHS.between(member.born(), words.today()));
    }

    private List<Member> of(Member.Kind kind) {
        return view.members().stream().filter(member -> member.kind() == kind).toList();
    }

    private String anonymous(Member member) {
        return words.say("person." + member.kind(), member.ordinal());
    }
}
