package dk.samblik.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What is found wrong while reading goes on, so that people are told of everything at once. */
final class Wrongs {

    private final Set<String> sentences = new LinkedHashSet<>();

    /** What is read, or empty and one more wrong. */
    <T> Optional<T> unless(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (MappingBroken broken) {
            sentences.addAll(String.valueOf(broken.getMessage()).lines().toList());
            return Optional.empty();
        }
    }

    void add(String sentence) {
        sentences.add(sentence);
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    /** Refuses with everything, if there is anything. */
    void end() {
        if (!sentences.isEmpty()) {
            throw new MappingBroken(sentences());
        }
    }
}
