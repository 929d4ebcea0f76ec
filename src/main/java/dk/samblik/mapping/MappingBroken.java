package dk.samblik.mapping;

import java.util.List;

/**
 * The mappings folder cannot be used: a line for each thing that is wrong, with file and line, what it is, and what to do
 * about it.
 */
public final class MappingBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MappingBroken(String file, int line, String wrong, String cure) {
        super(file + ":" + line + ": " + wrong + ". " + cure + ".");
    }

    MappingBroken(List<String> sentences) {
        super(String.join("\n", sentences));
    }
}
