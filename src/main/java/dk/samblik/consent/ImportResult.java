package dk.samblik.consent;

import java.util.List;

/**
 * What became of an import file: how many entries it has and how many were new or changed, or why it was refused. A file
 * with one refusal is refused whole; what is remarked on is taken all the same. Names entries by their place, counted from 0,
 * and never says what stands in them.
 */
public record ImportResult(int entries, int stored, List<Refusal> refused, List<Remark> remarks) {

    public ImportResult {
        refused = List.copyOf(refused);
        remarks = List.copyOf(remarks);
    }

    /** Whether the file was taken. */
    public boolean taken() {
        return refused.isEmpty();
    }

    /** One thing wrong: the entry (-1: the file itself), the field in it, and a reason in capitals. */
    public record Refusal(int index, String field, String reason) {}

    /** A title at this place that the programme does not name, and those it names. */
    public record Remark(int index, String field, String programme, List<String> named) {}
}
