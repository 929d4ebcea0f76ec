package dk.samblik.draw;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The lot, as anybody can repeat it (docs/operations/RepeatDraw.java): within each area the households stand in the order
 * of SHA-256(seed ‖ key), and the first are drawn; how many in each is their share of all by largest remainders. The
 * control group is drawn the same way from those that are left. A change of any of this is a new {@link #ALGORITHM}.
 */
final class Lot {

    /** Its name and version, as the protocol says it. */
    static final String ALGORITHM = "samblik-lot/1";

    /** The population a lot is drawn of: area by household key, 64 hexadecimal digits. */
    private final SortedMap<String, String> areaByKey;

    private final byte[] seed;

    Lot(String seed, Map<String, String> areaByKey) {
        this.seed = seed.getBytes(StandardCharsets.UTF_8);
        this.areaByKey = new TreeMap<>(areaByKey);
    }

    /** A household by its key, its area, and its place among those drawn together with it, from one. */
    record Place(int place, String key, String area) {}

    /** What a lot came to. */
    record Outcome(List<Place> drawn, List<Place> control) {
        Outcome {
            drawn = List.copyOf(drawn);
            control = List.copyOf(control);
        }
    }

    /** SHA-256 over the sorted lines {@code key;area}, by which a population is known again. */
    static String fingerprint(Map<String, String> areaByKey) {
        MessageDigest sha = DigestUtils.getSha256Digest();
        new TreeMap<>(areaByKey)
                .forEach((key, area) -> sha.update((key + ";" + area + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(sha.digest());
    }

    /** Draws so many and a control group; fewer where there are fewer. */
    Outcome draw(int wanted, int control) {
        SortedMap<String, List<String>> left = strata();
        List<Place> drawn = take(left, wanted);
        return new Outcome(drawn, take(left, control));
    }

    private SortedMap<String, List<String>> strata() {
        SortedMap<String, List<String>> strata = new TreeMap<>();
        areaByKey.forEach((key, area) ->
                strata.computeIfAbsent(area, none -> new ArrayList<>()).add(key));
        strata.values().forEach(keys -> keys.sort(Comparator.comparing(this::order)));
        return strata;
    }

    private List<Place> take(SortedMap<String, List<String>> strata, int wanted) {
        SortedMap<String, Integer> sizes = new TreeMap<>();
        strata.forEach((area, keys) -> sizes.put(area, keys.size()));
        List<String> taken = new ArrayList<>();
        Map<String, String> areas = new HashMap<>();
        shares(sizes, wanted).forEach((area, share) -> {
            List<String> first = strata.getOrDefault(area, List.of()).subList(0, share);
            first.forEach(key -> areas.put(key, area));
            taken.addAll(first);
            first.clear();
        });
        taken.sort(Comparator.comparing(this::order));
        List<Place> places = new ArrayList<>();
        for (String key : taken) {
            places.add(new Place(places.size() + 1, key, areas.getOrDefault(key, "")));
        }
        return places;
    }

    /** How many of each area: its exact share rounded down, and what is left to the largest remainders, then by name. */
    static SortedMap<String, Integer> shares(SortedMap<String, Integer> sizes, int wanted) {
        long all = sizes.values().stream().mapToLong(Integer::longValue).sum();
        long taken = Math.min(wanted, all);
        SortedMap<String, Integer> shares = new TreeMap<>();
        sizes.forEach((area, size) -> shares.put(area, all == 0 ? 0 : (int) (taken * size / all)));
        long missing =
                taken - shares.values().stream().mapToLong(Integer::longValue).sum();
        sizes.entrySet().stream()
                .sorted(Comparator.comparingLong(
                                (Map.Entry<String, Integer> each) -> -(taken * each.getValue() % Math.max(all, 1)))
                        .thenComparing(Map.Entry::getKey))
                .limit(missing)
                .forEach(each -> shares.merge(each.getKey(), 1, Integer::sum));
        return shares;
    }

    /** Where a household stands in its area's row. */
    private String order(String key) {
        MessageDigest sha = DigestUtils.getSha256Digest();
        sha.update(seed);
        return HexFormat.of().formatHex(sha.digest(HexFormat.of().parseHex(key)));
    }
}
