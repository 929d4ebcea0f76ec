package dk.samblik.view;

import dk.samblik.mapping.Fact;
import dk.samblik.view.Disagreement.Kind;
import dk.samblik.view.Disagreement.Rule;
import dk.samblik.view.Disagreement.Value;
import dk.samblik.view.PersonSections.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where registers differ. Now: the address of a current tenancy against the population register's. No address at all
 * there is a fact, never a disagreement: people under threat are registered so.
 */
final class Disagreements {

    private Disagreements() {}

    static List<Disagreement> of(Frame frame, List<Member> members, Shown raw, boolean hidden, LocalDate today) {
        List<Sourced<Fact.Tenancy>> tenancies = raw.of(Fact.Tenancy.class, Comparator.comparing(Fact.Tenancy::from));
        List<Disagreement> found = new ArrayList<>();
        for (Member member : members) {
            List<Sourced<Fact.Tenancy>> own = tenancies.stream()
                    .filter(sourced -> sourced.person().equals(member.id()) && Current.on(today, sourced.fact()))
                    .toList();
            raw.identity(member.id())
                    .flatMap(identity -> address(frame, member, raw, identity, own, hidden))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Disagreement> address(
            Frame frame,
            Member member,
            Shown raw,
            Fact.Identity identity,
            List<Sourced<Fact.Tenancy>> tenancies,
            boolean hidden) {
        String known = identity.addressKey();
        List<Sourced<Fact.Tenancy>> keyed = tenancies.stream()
                .filter(tenancy -> tenancy.fact().addressKey() != null)
                .toList();
        boolean agree =
                keyed.stream().allMatch(tenancy -> Objects.equals(tenancy.fact().addressKey(), known));
        if (known == null || agree) {
            return Optional.empty();
        }
        return Optional.of(new Disagreement(
                member.id(),
                Kind.ADDRESS,
                values(frame, member, raw, identity, keyed, hidden),
                Rule.BOTH_SHOWN,
                hidden));
    }

    private static List<Value> values(
            Frame frame,
            Member member,
            Shown raw,
            Fact.Identity identity,
            List<Sourced<Fact.Tenancy>> keyed,
            boolean hidden) {
        Optional<Section> population = raw.section(member.id(), Shown.POPULATION);
        List<Value> values = new ArrayList<>();
        values.add(value(
                Shown.POPULATION,
                "CPR",
                identity.address(),
                population.map(Section::asOf).orElse(null),
                hidden));
        keyed.forEach(tenancy -> values.add(value(
                tenancy.from().register(),
                title(frame, tenancy.from().register()),
                tenancy.fact().address(),
                tenancy.from().asOf(),
                hidden)));
        return values;
    }

    private static Value value(
            String register, String title, @Nullable String text, @Nullable Instant asOf, boolean hidden) {
        return new Value(register, title, hidden ? null : text, asOf);
    }

    private static String title(Frame frame, String register) {
        return frame.registers().stream()
                .filter(shown -> shown.register().equals(register))
                .map(Frame.RegisterShown::title)
                .findFirst()
                .orElse(register);
    }
}
