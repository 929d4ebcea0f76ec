package dk.samblik.consent;

/** In what capacity somebody consents. */
enum Capacity {
    SELF,
    CUSTODY_HOLDER,
    GUARDIAN
}
