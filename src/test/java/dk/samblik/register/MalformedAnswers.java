package dk.samblik.register;

import dk.samblik.campaign.Malformed;
import dk.samblik.household.CivilClock;
import dk.samblik.run.Fates;
import dk.samblik.run.TestSwitches;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Answers of the social services that are not as they should be: whole answers, and records in an answer that is good. */
final class MalformedAnswers implements AutoCloseable {

    private static final int METTE = 40117;
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final SmallService service = new SmallService();
    private final RegisterSettings settings = RegisterTests.service(service.url(), "secret", LIMIT, Duration.ZERO);
    private final Registers registers = new Registers(RegisterTests.mappings(Path.of("mappings")), settings);
    private final List<Malformed> all = new ArrayList<>();

    MalformedAnswers() {
        Delivered.PEOPLE.forEach(number -> service.knows(number, id(number), SmallService.result(id(number))));
    }

    private static int id(String number) {
        return METTE + Delivered.PEOPLE.indexOf(number);
    }

    List<Malformed> all() {
        answers();
        waits();
        results();
        records();
        return all;
    }

    private void answers() {
        answer("no body", "", "BAD_ANSWER");
        answer("a page", "<!DOCTYPE html><html></html>", "BAD_ANSWER");
        answer("null", "null", "BAD_ANSWER");
        answer("a number", "42", "BAD_ANSWER");
        answer("a list", "[]", "BAD_ANSWER");
        answer("an empty object", "{}", "BAD_ANSWER");
        answer("an object for a list", "{\"resultater\":{}}", "BAD_ANSWER");
        answer("an empty list", "{\"resultater\":[]}", "BAD_ANSWER");
        answer("cut in the middle", "{\"resultater\":[{\"id\":40117,\"resul", "BAD_ANSWER");
        answer("two answers in one", "{\"resultater\":[]}{\"resultater\":[]}", "BAD_ANSWER");
        answer("a comma too many", "{\"resultater\":[{},]}", "BAD_ANSWER");
        answer("words without quotes", "{resultater:[]}", "BAD_ANSWER");
        answer("a comment", "/* */{\"resultater\":[]}", "BAD_ANSWER");
        answer("a byte order mark and an empty list", "\uFEFF{\"resultater\":[]}", "BAD_ANSWER");
        answer("not a number", "{\"resultater\":[NaN]}", "BAD_ANSWER");
        answer("a hundred thousand brackets", "[".repeat(100_000), "BAD_ANSWER");
        answer("a hundred thousand objects in each other", "{\"a\":".repeat(100_000), "BAD_ANSWER");
        answer("a number of ten thousand digits", "{\"resultater\":" + "9".repeat(10_000) + "}", "BAD_ANSWER");
        answer("a name of a hundred thousand letters", "{\"" + "x".repeat(100_000) + "\":1}", "BAD_ANSWER");
        flood("a text of thirty million letters", "{\"resultater\":\"", 30, "\"}", "BAD_ANSWER");
        flood("a text of forty million letters", "\"", 40, "\"", "TOO_LARGE");
        answer("UTF-32 in part", "\u0000\u0000\u0000{\"noget\"", "BAD_ANSWER");
        answer("packed by gzip", "\u001F\u008B\u0008\u0000", "BAD_ANSWER");
        answer("nobody who was asked about", "{\"resultater\":[{\"id\":1,\"resultat\":\"OK\"}]}", "NO_RESULT");
    }

    private void waits() {
        waits("a date", "Wed, 21 Oct 2037 07:28:00 GMT");
        waits("below zero", "-1");
        waits("beyond all numbers", "99999999999999999999");
        waits("a hundred years", "3155760000");
        waits("a word", "later");
        status("a redirect", 302, "NOT_FOLLOWED");
        status("no such thing", 404, "BAD_ANSWER");
        status("a teapot", 418, "BAD_ANSWER");
        status("forbidden", 403, "NOT_ALLOWED");
        status("a failure", 500, "NO_ANSWER");
    }

    private void results() {
        result("is null", "null", "NO_RESULT");
        result("is text", "\"x\"", "NO_RESULT");
        result("says nothing of how it went", "{\"id\":40117}", "RECORD_FAILED");
        result("says what nobody knows", "{\"id\":40117,\"resultat\":\"MÅSKE\"}", "RECORD_FAILED");
        result("has an object for a list", "{\"id\":40117,\"resultat\":\"OK\",\"sager\":{}}", "BAD_ANSWER");
        result("has text for a list", "{\"id\":40117,\"resultat\":\"OK\",\"sager\":\"x\"}", "BAD_ANSWER");
        result("has lists that are null", "{\"id\":40117,\"resultat\":\"OK\",\"sager\":null}", "no rows");
        result("has nothing", "{\"id\":40117,\"resultat\":\"OK\"}", "no rows");
        result("is of somebody else as text", "{\"id\":\"40999\",\"resultat\":\"OK\"}", "NO_RESULT");
        result(
                "is doubled, the later one counts",
                "{\"id\":40117,\"resultat\":\"OK\"},{\"id\":40117,\"resultat\":\"FEJL\"}",
                "RECORD_FAILED");
    }

    private void records() {
        Fates refused = new Fates(0, 1, 0, 0);
        record("that is null", "sager", "null", refused);
        record("that is text", "sager", "\"x\"", refused);
        record("that is a list", "sager", "[[[]]]", refused);
        record("that is empty", "sager", "{}", refused);
        record("with a list for a value", "sager", sag("\"status\":[\"AFGJORT\"]"), refused);
        record("of a status nobody knows, shown as it is", "sager", sag("\"status\":\"MÅSKE\""), new Fates(1, 0, 0, 0));
        record("opened on no day", "sager", sag("\"oprettet\":\"2025-02-30T00:00:00.000+0000\""), refused);
        record("opened without a zone", "sager", sag("\"oprettet\":\"2025-02-03T00:00:00\""), refused);
        record(
                "opened in the year 999999999",
                "sager",
                sag("\"oprettet\":\"+999999999-01-01T00:00:00.000+0000\""),
                refused);
        record("opened at a number", "sager", sag("\"oprettet\":1e400"), refused);
        record(
                "with two values of one name, the later one counts",
                "sager",
                sag("\"status\":\"X\",\"status\":\"AFGJORT\""),
                new Fates(1, 0, 0, 0));
        record("that says a control character", "sager", sag("\"enhed\":\"\\u0000\\u202E\""), new Fates(1, 0, 0, 0));
        record("that says half a surrogate pair", "sager", sag("\"enhed\":\"\\uD800\""), new Fates(1, 0, 0, 0));
        for (String minutes : List.of("1e400", "-1e400", "1e-400", "99999999999999999999", "\"NaN\"")) {
            boolean small = minutes.equals("1e-400") || minutes.startsWith("9");
            record("of minutes " + minutes, "indsatser", indsats(minutes), small ? new Fates(1, 0, 0, 0) : refused);
        }
    }

    private static String sag(String instead) {
        return "{\"sagsnummer\":\"S-1\",\"kle\":\"27.36.12\",\"status\":\"AFGJORT\",\"foelsomhed\":2,"
                + "\"oprettet\":\"2025-05-31T22:00:00.000+0000\"," + instead + "}";
    }

    private static String indsats(String minutes) {
        return "{\"id\":77,\"paragraf\":{\"lov\":\"SEL\",\"sektion\":\"§ 85\",\"kle\":\"27.36.12\"},\"tilstand\":\"BESTILT\","
                + "\"start\":\"2025-06-15T00:00:00.000+0000\",\"omfang\":{\"pr\":\"UGE\",\"minutter\":" + minutes
                + "}}";
    }

    private void answer(String words, String body, String becomes) {
        trick("an answer of " + words, becomes, exchange -> {
            byte[] bytes =
                    body.getBytes(body.startsWith("\u001F") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            try {
                exchange.getResponseBody().write(bytes);
            } catch (IOException hungUp) {
                // it has read enough
            }
        });
    }

    /** So many million letters, written bit by bit. */
    private void flood(String words, String before, int millions, String after, String becomes) {
        byte[] letters = "x".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
        trick("an answer of " + words, becomes, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(before.getBytes(StandardCharsets.US_ASCII));
                for (int at = 0; at < millions; at++) {
                    body.write(letters);
                }
                body.write(after.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException hungUp) {
                // it has read enough
            }
        });
    }

    private void waits(String words, String retryAfter) {
        trick("wait: " + words, "BUSY", SmallService.status(429, "{}", "Retry-After", retryAfter));
    }

    private void status(String words, int status, String becomes) {
        trick(
                "status of " + words,
                becomes.replace("NOT_FOLLOWED", "BAD_ANSWER"),
                SmallService.status(status, "{}", "Location", "file:///etc/passwd"));
    }

    private void result(String words, String json, String becomes) {
        trick("a result that " + words, becomes, SmallService.status(200, "{\"resultater\":[" + json + "]}"));
    }

    private void record(String words, String list, String json, Fates fates) {
        String result = "{\"id\":40117,\"resultat\":\"OK\",\"" + list + "\":[" + json + "]}";
        trick(
                "a record " + words,
                Malformed.sum(fates, 0, 0),
                SmallService.status(200, "{\"resultater\":[" + result + "]}"));
    }

    private void trick(String words, String becomes, SmallService.Trick trick) {
        all.add(new Malformed("social", words, becomes, () -> outcome(trick)));
    }

    /** A hub that knows nothing yet asks: what becomes of the answer about the first person. */
    private String outcome(SmallService.Trick trick) throws IOException {
        service.next("/udtraek", trick);
        RestAsk ask = new RestAsk(registers, settings, new CivilClock(Clock.systemUTC()), TestSwitches.allOn());
        try {
            Reading reading = ask.ask(Delivered.chunk(), "social");
            String failed = reading.failed().get(Delivered.first());
            Fates fates = Delivered.fates(reading);
            return failed != null
                    ? failed
                    : Malformed.sum(fates, 0, reading.rows().size() - fates.read());
        } catch (IOException refused) {
            return Reasons.of(refused);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
