package dk.samblik.demo.plan;

/** What can be wrong with a delivery of files, as operations have met it. */
public enum DeliveryFault {
    /** Nothing is wrong. */
    NONE,
    /** The files are there, the ready file is not. */
    NO_READY_FILE,
    /** The trailer's count is one too high. */
    WRONG_TRAILER,
    /** A byte in the middle that the charset does not know. */
    INVALID_BYTE,
    /** Byte for byte the file of the delivery before, under today's name. */
    YESTERDAYS_BYTES,
    /** A header, and no rows. */
    HEADER_ONLY,
    /** Two rows of five are left, with a trailer that fits. */
    SHRUNK,
    /** UTF-8 with a byte order mark. */
    UTF8_BOM,
    /** The columns in another order, header and all. */
    OTHER_COLUMN_ORDER,
    /** The population register's change file of the evening does not come. */
    NO_CHANGE_FILE,
    /** The population register's change file ends with a count one too high. */
    WRONG_CHANGE_COUNT
}
