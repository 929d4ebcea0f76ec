package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import dk.samblik.view.Frame.Participant;
import dk.samblik.view.PersonSections.Section;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who takes part, in the order of a page: adults, oldest first, then children, youngest first. */
final class Members {

    private static final int OF_AGE = 18;
    private static final Set<String> CHILD_RELATIONS = Set.of("child", "barn");

    private Members() {}

    static List<Member> of(Frame frame, Shown shown, LocalDate today) {
        Map<Member.Kind, Integer> counted = new EnumMap<>(Member.Kind.class);
        List<Member> members = new ArrayList<>();
        frame.participants().stream()
                .map(participant -> member(participant, shown, today))
                .sorted(order())
                .forEach(member -> members.add(numbered(member, counted.merge(member.kind(), 1, Integer::sum))));
        return members;
    }

    private static Comparator<Member> order() {
        Comparator<Member> oldestFirst =
                Comparator.comparing(Member::born, Comparator.nullsLast(Comparator.naturalOrder()));
        Comparator<Member> youngestFirst =
                Comparator.comparing(Member::born, Comparator.nullsLast(Comparator.reverseOrder()));
        return Comparator.comparing(Member::kind)
                .thenComparing((one, other) -> one.kind() == Member.Kind.ADULT
                        ? oldestFirst.compare(one, other)
                        : youngestFirst.compare(one, other))
                .thenComparing(member -> member.id().value());
    }

    private static Member member(Participant participant, Shown shown, LocalDate today) {
        Fact.@Nullable Identity identity = shown.identity(participant.id()).orElse(null);
        @Nullable LocalDate born = identity == null ? null : identity.born();
        @Nullable Integer age = born == null ? null : (int) ChronoUnit.YEARS.between(born, today);
        return new Member(
                participant.id(),
                identity == null ? null : name(identity),
                identity == null ? null : identity.firstName(),
                0,
                kind(age, participant.relation()),
                age,
                born,
                participant.relation(),
                identity != null && identity.protectedAddress(),
                identity == null ? null : identity.address(),
                identity == null ? null : identity.addressKey(),
                involved(participant.id(), shown, today),
                participant.standing(),
                participant.validTo(),
                identity == null ? Set.of() : custody(identity),
                identity == null
                        ? null
                        : shown.section(participant.id(), Shown.POPULATION)
                                .map(Section::provenance)
                                .orElse(null));
    }

    private static Set<PersonId> custody(Fact.Identity identity) {
        return identity.custodyMembers().stream()
                .map(UUID::fromString)
                .map(PersonId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable String name(Fact.Identity identity) {
        String name = Stream.of(identity.firstName(), identity.surname())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }

    private static Member.Kind kind(@Nullable Integer age, String relation) {
        boolean minor = age == null ? child(relation) : age < OF_AGE;
        return minor ? Member.Kind.CHILD : Member.Kind.ADULT;
    }

    /** Whether a relation written at the consent desk is a child's. */
    static boolean child(String relation) {
        return CHILD_RELATIONS.contains(relation.toLowerCase(Locale.ROOT));
    }

    private static List<Department> involved(PersonId person, Shown shown, LocalDate today) {
        return shown.all().stream()
                .filter(sourced -> sourced.person().equals(person) && Current.involves(today, sourced.fact()))
                .map(sourced -> sourced.from().source())
                .distinct()
                .sorted()
                .toList();
    }

    private static Member numbered(Member m, int ordinal) {
        return new Member(
                m.id(),
                m.name(),
                m.firstName(),
                ordinal,
                m.kind(),
                m.age(),
                m.born(),
                m.relation(),
                m.protectedAddress(),
                m.address(),
                m.addressKey(),
                m.involved(),
                m.consent(),
                m.consentUntil(),
                m.custody(),
                m.from());
    }
}
