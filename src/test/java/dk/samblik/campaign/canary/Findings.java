package dk.samblik.campaign.canary;

import java.nio.file.Path;
import java.util.List;

/** What a scan came to: how much it read, and every marker it met. */
public record Findings(long files, long bytes, long streams, List<Hit> hits) {

    /** A marker that was met; {@code offset} in the file, or in the inflated stream the place names. */
    public record Hit(Marker marker, Encoding encoding, Path file, String stream, long offset) {
        @Override
        public String toString() {
            return marker + " as " + encoding + " in " + file + stream + " at " + offset;
        }
    }

    public Findings {
        hits = List.copyOf(hits);
    }
}
