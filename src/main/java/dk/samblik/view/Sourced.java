package dk.samblik.view;

import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;

/**
 * A fact about a member with where it comes from. {@code hidden}: fields that give an address away were taken out
 * because somebody in the household is protected (then null, or empty where the fact demands a text).
 */
public record Sourced<F extends Fact>(PersonId person, F fact, Provenance from, boolean hidden) {}
