package dk.samblik.run;

/** What became of the rows read: each has exactly one fate. {@code read} is their sum. */
public record Fates(long mapped, long quarantined, long filtered, long duplicate) {

    public static final Fates NONE = new Fates(0, 0, 0, 0);

    public long read() {
        return mapped + quarantined + filtered + duplicate;
    }

    public Fates plus(Fates other) {
        return new Fates(
                mapped + other.mapped,
                quarantined + other.quarantined,
                filtered + other.filtered,
                duplicate + other.duplicate);
    }
}
