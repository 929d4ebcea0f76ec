package dk.samblik.campaign.canary;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/** The forms in which a text can come to lie in a file: fourteen. */
public enum Encoding {
    UTF_8,
    ISO_8859_1,
    UTF_16LE,
    UTF_16BE,
    DECOMPOSED,
    UPPER_CASE,
    LOWER_CASE,
    URL_ESCAPED,
    HTML_ENTITIES,
    JSON_ESCAPED,
    HEX,
    BASE64_AT_0,
    BASE64_AT_1,
    BASE64_AT_2;

    private static final Map<Integer, String> NAMED = Map.of(
            0xE6, "&aelig;", 0xF8, "&oslash;", 0xE5, "&aring;", 0xC6, "&AElig;", 0xD8, "&Oslash;", 0xC5, "&Aring;");

    /** The byte strings that this encoding makes of the text; none where it cannot hold it. */
    List<byte[]> of(String text) {
        return switch (this) {
            case UTF_8 -> utf8(text);
            case ISO_8859_1 -> in(StandardCharsets.ISO_8859_1, text);
            case UTF_16LE -> in(StandardCharsets.UTF_16LE, text);
            case UTF_16BE -> in(StandardCharsets.UTF_16BE, text);
            case DECOMPOSED -> utf8(Normalizer.normalize(text, Normalizer.Form.NFD));
            case UPPER_CASE -> utf8(text.toUpperCase(Locale.ROOT));
            case LOWER_CASE -> utf8(text.toLowerCase(Locale.ROOT));
            case URL_ESCAPED -> utf8(percent(text, "%%%02X"), percent(text, "%%%02x"));
            case HTML_ENTITIES ->
                utf8(
                        escaped(text, c -> NAMED.getOrDefault(c, "&#" + c + ";")),
                        escaped(text, c -> "&#" + c + ";"),
                        escaped(text, c -> String.format("&#x%x;", c)),
                        escaped(text, c -> String.format("&#x%X;", c)));
            case JSON_ESCAPED ->
                utf8(escaped(text, c -> String.format("\\u%04x", c)), escaped(text, c -> String.format("\\u%04X", c)));
            case HEX, BASE64_AT_0, BASE64_AT_1, BASE64_AT_2 -> of(text.getBytes(StandardCharsets.UTF_8));
        };
    }

    /** The same of raw bytes; empty but for the encodings that are made for bytes. */
    List<byte[]> of(byte[] raw) {
        return switch (this) {
            case HEX ->
                utf8(
                        HexFormat.of().formatHex(raw),
                        HexFormat.of().withUpperCase().formatHex(raw));
            case BASE64_AT_0 -> base64(raw, 0);
            case BASE64_AT_1 -> base64(raw, 1);
            case BASE64_AT_2 -> base64(raw, 2);
            default -> List.of();
        };
    }

    private static List<byte[]> utf8(String... texts) {
        List<byte[]> all = new ArrayList<>();
        for (String text : texts) {
            all.add(text.getBytes(StandardCharsets.UTF_8));
        }
        return all;
    }

    private static List<byte[]> in(Charset charset, String text) {
        try {
            ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return List.of(exact);
        } catch (CharacterCodingException cannotHoldIt) {
            return List.of();
        }
    }

    private static String percent(String text, String format) {
        StringBuilder written = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            written.append(b < 0 ? String.format(format, b & 0xFF) : String.valueOf((char) b));
        }
        return written.toString();
    }

    private static String escaped(String text, IntFunction<String> escape) {
        StringBuilder written = new StringBuilder();
        text.chars().forEach(c -> written.append(c < 0x80 ? String.valueOf((char) c) : escape.apply(c)));
        return written.toString();
    }

    /** What is sure to be seen where the bytes begin so many places into a group of three, whatever stands around them. */
    private static List<byte[]> base64(byte[] raw, int place) {
        byte[] shifted = new byte[place + raw.length];
        System.arraycopy(raw, 0, shifted, place, raw.length);
        int from = place == 0 ? 0 : place + 1;
        int to = shifted.length * 8 / 6;
        String usual = Base64.getEncoder().encodeToString(shifted).substring(from, to);
        return utf8(usual, usual.replace('+', '-').replace('/', '_'));
    }
}
