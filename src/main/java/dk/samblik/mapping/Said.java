package dk.samblik.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a refused cell said, cut short. It may only be kept sealed, and prints nothing of itself. */
public final class Said {

    private static final int MOST = 200;

    private final String text;

    private Said(String text) {
        this.text = text;
    }

    /** What this cell said; null where it said nothing. */
    static @Nullable Said of(@Nullable String cell) {
        return cell == null ? null : new Said(cell.substring(0, Math.min(MOST, cell.length())));
    }

    /** To be sealed at once. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Said said && said.text.equals(text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }

    @Override
    public String toString() {
        return "Said[masked]";
    }
}
