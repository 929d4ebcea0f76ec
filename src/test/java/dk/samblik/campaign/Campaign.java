package dk.samblik.campaign;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * One campaign: how large it is in this tier, the seed it can be repeated from, and the figures it comes to. Figures are
 * shown by {@link Figures} when all tests of the JVM are through.
 */
public final class Campaign {

    private static final Map<String, Campaign> ALL = new TreeMap<>();
    private static final boolean FULL = "full".equals(System.getProperty("samblik.campaign"));

    private final String name;
    private final long seed;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    /** Nine digits at most: ten may have the shape of a person's number, which no document may hold. */
    private static final int SEEDS = 1_000_000_000;

    private Campaign(String name) {
        this.name = name;
        this.seed = Long.getLong("samblik.seed", new SecureRandom().nextInt(SEEDS));
        System.out.println("campaign " + name + " from -Dsamblik.seed=" + seed);
    }

    /** The campaign of this name in this JVM; the same one each time it is asked for. */
    public static synchronized Campaign named(String name) {
        return ALL.computeIfAbsent(name, Campaign::new);
    }

    static synchronized Map<String, Campaign> all() {
        return Map.copyOf(ALL);
    }

    static String tierName() {
        return FULL ? "full" : "quick";
    }

    /** How much of something this tier does. */
    public int tier(int quick, int full) {
        return FULL ? full : quick;
    }

    /** The seed of everything random here: given by {@code -Dsamblik.seed}, else drawn and printed. */
    public long seed() {
        return seed;
    }

    /** Random numbers from the seed; another sequence for each salt. */
    public Random random(String salt) {
        return new Random(seed ^ salt.hashCode());
    }

    /** Notes what was counted. A later value of the same name replaces the one before. */
    public synchronized void figure(String what, Object value) {
        figures.put(what, value);
    }

    /** Adds to a figure that starts at zero. */
    public synchronized void count(String what, long more) {
        figures.merge(what, more, (before, now) -> (long) before + (long) now);
    }

    String name() {
        return name;
    }

    synchronized Map<String, Object> figures() {
        return new LinkedHashMap<>(figures);
    }
}
