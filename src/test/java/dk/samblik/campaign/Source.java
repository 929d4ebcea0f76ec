package dk.samblik.campaign;

/** One of the five registers, and what can go wrong with it. */
interface Source {

    /** Its name. */
    String register();

    /** What this shape means for it. */
    Meaning meaning(Shape shape);
}
