package dk.samblik.mapping;

import org.jspecify.annotations.Nullable;

/** Conversions that give a legal basis; the cells are what somebody typed, and the law where the register has it apart. */
final class Laws {

    private Laws() {}

    /** The provision in one form, or the text as it stands where it cannot be read. */
    static @Nullable String written(Cells cells) {
        String typed = Words.text(cells);
        return typed == null
                ? null
                : LegalBasis.read(typed, cells.text(1)).map(LegalBasis::written).orElse(typed);
    }

    /** Whether there is nothing that cannot be read. */
    static boolean known(Cells cells) {
        String typed = cells.text(0);
        return typed == null || LegalBasis.read(typed, cells.text(1)).isPresent();
    }
}
