package dk.samblik.campaign.canary;

import dk.samblik.campaign.canary.Marker.Reach;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes markers and remembers what each of them stands for. */
public final class Markers {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 10;
    private static final String DANISH = "æøåÆØÅ";
    private static final String FOREIGN = "жλשت漢ő";

    private final Random random;
    private final List<Marker> all = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final Map<List<Object>, String> tokens = new HashMap<>();

    public Markers(Random random) {
        this.random = random;
    }

    /** Which letters a field can hold. */
    enum Letters {
        ASCII,
        LATIN_1,
        ANY
    }

    /** Whose field a token stands in. */
    record Field(int person, String register, String name, Letters letters) {}

    /** The token for what stood in a field; the same one each time, so that the next delivery says the same. */
    synchronized String token(Field field, String instead, Reach reach) {
        return tokens.computeIfAbsent(List.of(field, instead, reach), key -> fresh(field, reach));
    }

    /** A token that stands nowhere else. */
    synchronized String fresh(Field field, Reach reach) {
        String token = word(field.letters());
        while (!used.add(token)) {
            token = word(field.letters());
        }
        add(field, reach, new Marker.Words(token));
        return token;
    }

    /** A CPR number: it may come nowhere in the clear, with or without its hyphen, nor may a plain hash of it. */
    synchronized void number(int person, String digits) {
        for (String text : List.of(digits, digits.substring(0, 6) + "-" + digits.substring(6))) {
            Field field = new Field(person, "all", "CPR", Letters.ASCII);
            add(field, Reach.NOWHERE, new Marker.Words(text));
            for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
                Field hash = new Field(person, "all", algorithm + " of CPR", Letters.ASCII);
                add(hash, Reach.NOWHERE, new Marker.Raw(digest(algorithm, text)));
            }
        }
    }

    private void add(Field field, Reach reach, Marker.Form form) {
        all.add(new Marker(field.person(), field.register(), field.name(), reach, form));
    }

    private String word(Letters letters) {
        StringBuilder word = new StringBuilder("K");
        for (int i = 0; i < LENGTH; i++) {
            word.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        int turn = random.nextInt(10);
        String other = turn < 5 ? DANISH : turn == 5 && letters == Letters.ANY ? FOREIGN : "";
        if (letters != Letters.ASCII && !other.isEmpty()) {
            word.setCharAt(1 + random.nextInt(LENGTH), other.charAt(random.nextInt(other.length())));
        }
        return word.toString();
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Every marker so far. */
    public synchronized List<Marker> all() {
        return List.copyOf(all);
    }

    /** How many tokens stand in fields; CPR numbers are not counted. */
    synchronized int tokensPlanted() {
        return used.size();
    }
}
