package dk.samblik.campaign;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** What comes in place of an answer. */
final class Texts {

    /** What a gate before a network says to everything. */
    static final String PAGE = """
            <!DOCTYPE html>
            <html><head><title>Log ind</title></head><body><h1>Log ind</h1></body></html>
            """;

    private Texts() {}

    /** An HTTP answer whose length fits. */
    static byte[] http(String status, String type, String body) {
        return http(status, type, body, body.length());
    }

    /** An HTTP answer that says this length. */
    static byte[] http(String status, String type, String body, int length) {
        return ascii("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + length + "\r\n\r\n"
                + body);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Bytes that are the beginning of nothing, the same every time. */
    static byte[] garbage() {
        byte[] bytes = new byte[4_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    /** What a server says in TLS when it wants nothing to do with the client. */
    static byte[] alert() {
        return new byte[] {21, 3, 3, 0, 2, 2, 40};
    }

    /** A message of PostgreSQL that says that a thousand bytes follow, and none do. */
    static byte[] endless() {
        return new byte[] {'R', 0, 0, 4, 0};
    }

    /** What PostgreSQL says when it lets nobody in, by its code. */
    static byte[] fatal(String code) {
        byte[] fields = ascii("SFATAL\0VFATAL\0C" + code + "\0Mnot now\0\0");
        byte[] message = new byte[fields.length + 5];
        message[0] = 'E';
        message[4] = (byte) (fields.length + 4);
        System.arraycopy(fields, 0, message, 5, fields.length);
        return message;
    }

    /** The three Danish letters as Latin-1 has them, where UTF-8 is promised; no byte more and none less. */
    static byte[] latin1(byte[] utf8) {
        byte[] bytes = utf8.clone();
        for (int at = 0; at + 1 < bytes.length; at++) {
            int second = bytes[at + 1] & 0xFF;
            boolean letter = second == 0xA6 || second == 0xB8 || second == 0xA5 || second == 0x86 || second == 0x98;
            if ((bytes[at] & 0xFF) == 0xC3 && letter) {
                bytes[at] = (byte) (second + 0x40);
                bytes[at + 1] = ' ';
            }
        }
        return bytes;
    }
}
