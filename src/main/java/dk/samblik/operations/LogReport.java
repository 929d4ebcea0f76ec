package dk.samblik.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.samblik.access.CheckpointKeys;
import dk.samblik.access.LogVerify;
import dk.samblik.access.LogVerify.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a walk along the access log found, by numbers of rows and checkpoints, never by what they say. */
final class LogReport {

    private LogReport() {}

    static String text(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        verdict.firstBad().ifPresent(row -> lines.add("broken at " + flaw(verdict, row)));
        verdict.firstBadCheckpoint()
                .ifPresent(number -> lines.add("broken at checkpoint " + number
                        + ": it is missing, changed, or not signed by a key of this hub"));
        String state = verdict.rows() + " rows" + (verdict.firstRow() > 1 ? " from row " + verdict.firstRow() : "");
        lines.add(verdict.holds() ? state + ", unbroken" : state + " hold before that");
        lines.add(verdict.provenAt()
                .map(at -> "proven to row " + verdict.provenTo() + " by a checkpoint of " + at + "; "
                        + verdict.checkpoints() + " checkpoints hold")
                .orElse("no row is proven by a checkpoint"));
        return String.join(System.lineSeparator(), lines);
    }

    private static String flaw(Verdict verdict, long row) {
        return switch (verdict.flaw().orElse(LogVerify.Flaw.CHANGED)) {
            case CHANGED -> "row " + row + ": it does not hang on the row before it";
            case MISSING -> "row " + row + ": it is missing";
            case NOT_AS_VOUCHED ->
                "row " + row + ": it is not the row its checkpoint vouched for; rows after " + verdict.provenTo()
                        + " were made anew";
        };
    }

    /** The same for programs; names and meanings of fields stay as they are. */
    static String json(Verdict verdict, List<CheckpointKeys.Known> keys) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("holds", verdict.holds());
        json.put("firstRow", verdict.firstRow());
        json.put("rows", verdict.rows());
        json.put(
                "firstBadRow",
                verdict.firstBad().isPresent() ? verdict.firstBad().getAsLong() : null);
        json.put("flaw", verdict.flaw().map(Enum::name).orElse(null));
        json.put("provenTo", verdict.provenTo());
        json.put("provenAt", verdict.provenAt().map(Instant::toString).orElse(null));
        json.put("checkpoints", verdict.checkpoints());
        json.put(
                "firstBadCheckpoint",
                verdict.firstBadCheckpoint().isPresent()
                        ? verdict.firstBadCheckpoint().getAsLong()
                        : null);
        ArrayNode ids = json.putArray("keys");
        keys.forEach(key -> ids.add(key.id()));
        return json.toString();
    }
}
