package dk.samblik.view;

import dk.samblik.access.Grant;
import dk.samblik.access.Vault;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import dk.samblik.view.Frame.Participant;
import dk.samblik.view.Frame.Scope;
import dk.samblik.view.PersonSections.Outcome;
import dk.samblik.view.PersonSections.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Opens sections against a grant: as they stand, or as a version had them. */
final class StoredSections {

    private final Vault vault;

    StoredSections(Vault vault) {
        this.vault = vault;
    }

    /** The sections as they stand, opened. */
    List<PersonSections> opened(
            Grant grant, List<SealedSections.Sealed> current, List<SealedSections.Fresh> freshness) {
        Map<SectionKey, SealedSections.Sealed> content =
                current.stream().collect(Collectors.toMap(SealedSections.Sealed::key, one -> one));
        Map<PersonId, List<Section>> persons = new HashMap<>();
        for (SealedSections.Fresh fresh : freshness) {
            SealedSections.Sealed sealed = content.get(fresh.key());
            List<Fact> facts = sealed == null ? List.of() : facts(grant, sealed);
            persons.computeIfAbsent(fresh.key().person(), id -> new ArrayList<>())
                    .add(new Section(
                            fresh.key().register(),
                            fresh.source(),
                            fresh.outcome(),
                            facts,
                            fresh.asked(),
                            fresh.answered(),
                            fresh.asOf(),
                            fresh.staleSince(),
                            fresh.reason(),
                            sealed == null ? null : sealed.mapping(),
                            fresh.quarantined()));
        }
        return sections(persons);
    }

    /** The sections of an earlier version, of what may still be shown today. */
    List<PersonSections> opened(Grant grant, List<SealedSections.Sealed> every, int version, Frame today) {
        Map<PersonId, Map<Department, Scope>> scopes =
                today.participants().stream().collect(Collectors.toMap(Participant::id, Participant::scopes));
        Map<PersonId, List<Section>> persons = new HashMap<>();
        for (SealedSections.Sealed sealed : every) {
            Scope scope = scopes.getOrDefault(sealed.key().person(), Map.of()).get(sealed.source());
            if (scope != null && sealed.partOf(version)) {
                List<Fact> facts = facts(grant, sealed).stream()
                        .flatMap(fact -> FactCategory.covered(scope.categories(), fact).stream())
                        .toList();
                persons.computeIfAbsent(sealed.key().person(), id -> new ArrayList<>())
                        .add(new Section(
                                sealed.key().register(),
                                sealed.source(),
                                Outcome.ANSWERED,
                                facts,
                                sealed.stored(),
                                sealed.stored(),
                                null,
                                null,
                                null,
                                sealed.mapping(),
                                0));
            }
        }
        return sections(persons);
    }

    private List<Fact> facts(Grant grant, SealedSections.Sealed sealed) {
        String label = SectionContent.label(sealed.key().person(), sealed.key().register(), sealed.since());
        return SectionContent.facts(vault.open(grant, sealed.household(), label, sealed.content()));
    }

    private static List<PersonSections> sections(Map<PersonId, List<Section>> persons) {
        return persons.entrySet().stream()
                .map(entry -> new PersonSections(entry.getKey(), entry.getValue()))
                .toList();
    }
}
