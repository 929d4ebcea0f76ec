package dk.samblik.consent;

import dk.samblik.household.Cpr;
import dk.samblik.household.PersonId;
import dk.samblik.population.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A participant as lying on the desk: who it is, who must say yes, and the newest version of the consent, drafts included.
 * {@code person} is null where the population register does not have the person; {@code blocked} says why nobody can say
 * yes without a decision made by hand, and then {@code grantors} is empty; {@code note} is such a decision.
 */
record DeskMember(
        Member member,
        @Nullable Person person,
        List<DeskGrantor> grantors,
        Entitlement.Blocked.@Nullable Reason blocked,
        @Nullable CustodyNote note,
        @Nullable Consent newest) {

    DeskMember {
        grantors = List.copyOf(grantors);
    }

    PersonId id() {
        return member.id();
    }

    /** Whether a consent can be recorded at all. */
    boolean askable() {
        return person != null && blocked == null && person.active();
    }

    /** Whether the register leaves open who must say yes, so that it is noted by hand. */
    boolean byHand() {
        return person != null
                && (blocked != null || note != null || grantors.stream().anyMatch(grantor -> grantor.number() == null));
    }

    /** First names and surname; null where the register has none. */
    @Nullable
    String name() {
        return person == null ? null : nameOf(person);
    }

    static @Nullable String nameOf(Person person) {
        String name = Stream.of(person.firstName(), person.surname())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }

    /** By the register; where it does not know, by what the desk settled. */
    boolean childOn(LocalDate day) {
        return person == null ? member.relation().equals(Member.CHILD) : !person.adultOn(day);
    }

    /** Those whose word is still missing when these have given theirs. */
    List<DeskGrantor> missing(List<Signature> given, Function<Cpr, CprHash> hash) {
        return grantors.stream()
                .filter(grantor -> !grantor.requirement().metBy(given, hash))
                .toList();
    }

    Optional<DeskGrantor> grantor(String key) {
        return grantors.stream().filter(grantor -> grantor.key().equals(key)).findFirst();
    }

    /** What the newest version is called in the log and in drafts; {@code ""} where nothing is recorded. */
    String reference() {
        return newest == null ? "" : newest.reference();
    }

    @Override
    public String toString() {
        return "DeskMember[" + member.id() + "]";
    }
}
