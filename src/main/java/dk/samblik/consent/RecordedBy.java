package dk.samblik.consent;

import dk.samblik.access.Viewer;

/** Who records, what for and in which request or import, as the access log names them. */
record RecordedBy(Viewer viewer, String purpose, String requestId) {

    /** The hub itself, from an import file. */
    static RecordedBy file(String requestId) {
        return new RecordedBy(Viewer.HUB, "IMPORT", requestId);
    }
}
