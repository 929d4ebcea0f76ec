package dk.samblik.consent;

/** How somebody at the consent desk stands to the household's agreement. */
enum Participation {
    /** Takes part; a consent of this member may be in force. */
    PARTICIPANT,
    /** Said no: counted, never named, never asked about. */
    DECLINED,
    /** Lives there and does not belong to the household, a lodger for example; nowhere in anything. */
    OUTSIDE,
    /** Nobody has asked yet: as long as an adult is in this state, the household stays closed. */
    NOT_ASKED
}
