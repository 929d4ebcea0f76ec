package dk.samblik.programme;

import java.util.List;

/** The folder of programmes cannot be used: a line for each thing that is wrong, with file, line and what to do about it. */
public final class ProgrammeBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> sentences;

    ProgrammeBroken(List<String> sentences) {
        super(String.join("\n", sentences));
        this.sentences = List.copyOf(sentences);
    }

    /** What is wrong, a sentence each that begins with file and line. */
    List<String> sentences() {
        return sentences;
    }
}
