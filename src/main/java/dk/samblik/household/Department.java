package dk.samblik.household;

/** A part of the municipality, or the housing association, that a consent names as a source ({@code sources[]}). */
public enum Department {
    EMPLOYMENT,
    CHILDREN,
    SOCIAL,
    HOUSING,
    POPULATION
}
