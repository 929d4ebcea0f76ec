package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;

/** Measures of a department that are counted and not told ("social: 1 measure"). */
public record AnonymousCount(PersonId person, Department department, int number, Provenance from) {}
