package dk.samblik.view;

import dk.samblik.access.Grant;
import dk.samblik.access.Vault;
import dk.samblik.consent.FactsHeld;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import dk.samblik.view.PersonSections.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Counts what the sections of a household hold, by person, department and kind, and says nothing else of it. */
@Component
class FactCounts implements FactsHeld {

    private final SealedSections sealed;
    private final StoredSections sections;

    FactCounts(@Qualifier("webDatabase") Database database, Vault vault) {
        this.sealed = new SealedSections(database);
        this.sections = new StoredSections(vault);
    }

    private record Kind(
            PersonId person, Department source, @Nullable Category category) {}

    @Override
    public List<Held> of(Grant grant, HouseholdId household) {
        List<HouseholdId> one = List.of(household);
        Map<Kind, Integer> counted = new LinkedHashMap<>();
        for (PersonSections person : sections.opened(
                grant,
                sealed.current(one).getOrDefault(household, List.of()),
                sealed.freshness(one).getOrDefault(household, List.of()))) {
            for (Section section : person.sections()) {
                section.facts()
                        .forEach(fact -> counted.merge(
                                new Kind(
                                        person.person(),
                                        section.source(),
                                        FactCategory.of(fact).orElse(null)),
                                1,
                                Integer::sum));
            }
        }
        return counted.entrySet().stream()
                .map(entry -> new Held(
                        entry.getKey().person(),
                        entry.getKey().source(),
                        entry.getKey().category(),
                        entry.getValue()))
                .toList();
    }
}
