package dk.samblik.view;

import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import java.util.List;

/** An adult's basis of income: kind and period of benefits (current first), and how the department classes the person. */
public record Income(
        PersonId person, List<Sourced<Fact.Benefit>> benefits, List<Sourced<Fact.Classification>> classifications) {
    public Income {
        benefits = List.copyOf(benefits);
        classifications = List.copyOf(classifications);
    }
}
