package dk.samblik.view;

import dk.samblik.household.PersonId;

/** Whose section, and from which register. */
record SectionKey(PersonId person, String register) {}
