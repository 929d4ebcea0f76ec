package dk.samblik.campaign.canary;

/** How a delivery, or an answer, comes to the hub. */
enum Spoiled {
    NOT,
    /** A byte in the middle that its charset does not know, or an answer that breaks off. */
    GARBLED,
    /** Without its last part. */
    CUT_SHORT,
    /** Of somebody with consent and of somebody without, a row more for every field, with that field unreadable. */
    EVERY_FIELD
}
