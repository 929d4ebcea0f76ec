package dk.samblik.view;

import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import java.util.List;

/** One tenancy and those of the members who hold it. {@code hidden}: key, address and contact were taken out. */
public record Home(List<PersonId> persons, Fact.Tenancy tenancy, boolean current, Provenance from, boolean hidden) {
    public Home {
        persons = List.copyOf(persons);
    }
}
