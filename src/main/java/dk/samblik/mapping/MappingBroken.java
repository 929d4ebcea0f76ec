package dk.samblik.mapping;

/** A file of the mappings folder that cannot be used: which file and line, what is wrong, and what to do about it. */
public final class MappingBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MappingBroken(String file, int line, String wrong, String cure) {
        super(file + ":" + line + ": " + wrong + ". " + cure + ".");
    }
}
