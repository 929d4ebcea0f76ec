package dk.samblik.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Places in a file are found again by hash, however many there are. */
class OffsetIndexTest {

    @Test
    void theHashIsTheOneItsAuthorsPublished() {
        byte[] message = new byte[15];
        for (int i = 0; i < message.length; i++) {
            message[i] = (byte) i;
        }
        KeyedHash published = new KeyedHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

        assertThat(published.of(message, 0, 15)).isEqualTo(0xa129ca6149be45e5L);
    }

    @Test
    void bytesAndCharactersAgreeAndKeysDiffer() {
        KeyedHash one = KeyedHash.random();
        byte[] text = "0998|0012|vænget".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(one.of(text, 0, text.length)).isEqualTo(one.of("0998|0012|vænget"));
        assertThat(one.of("x")).isNotEqualTo(KeyedHash.random().of("x"));
    }

    @Test
    void everyPlaceIsFoundAndNoOther() {
        Random random = new Random(7);
        Map<Long, TreeSet<Long>> expected = new HashMap<>();
        OffsetIndex index = new OffsetIndex();
        for (long offset = 0; offset < 50_000; offset++) {
            long hash = random.nextInt(20_000) * 0x9e3779b97f4a7c15L;
            index.add(hash, offset);
            expected.computeIfAbsent(hash, none -> new TreeSet<>()).add(offset);
        }

        assertThat(index.size()).isEqualTo(50_000);
        expected.forEach((hash, offsets) -> assertThat(index.find(hash))
                .containsExactly(offsets.stream().mapToLong(o -> o).toArray()));
        assertThat(index.find(1)).isEmpty();
        assertThat(List.of(index.find(3).length)).containsOnly(0);
    }
}
