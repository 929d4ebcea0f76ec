package dk.samblik.demo.people;

/** As the population register writes it. */
public enum Sex {
    M,
    K
}
