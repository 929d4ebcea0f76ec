package dk.samblik.campaign;

/** What happens to an operation that is made to fail. */
enum Fault {
    /** It is refused: nothing was done. */
    REFUSED,
    /** It was done, and the answer is lost on the way. */
    ANSWER_LOST,
    /** Nothing was done, because another transaction had right of way: the caller may try again. Databases only. */
    GAVE_WAY,
    /** It is refused, and so is every later one: the database is gone for the rest of the night. */
    GONE,
    /** Half of what was to be written is; what is no write is refused. Files only. */
    HALF_DONE
}
