package dk.samblik.campaign;

import dk.samblik.campaign.Meaning.Fault;
import dk.samblik.campaign.Meaning.Kept;
import dk.samblik.campaign.Meaning.None;
import java.time.Duration;

/** A JSON service on the network, behind a proxy. */
final class SocialSource implements Source {

    private static final int SOME = 300;
    private static final String JSON = "application/json";
    private static final String RESULT = "{\"resultater\":[{\"id\":1,\"resultat\":\"OK\"}]}";

    private final Proxy proxy;

    SocialSource(Proxy proxy) {
        this.proxy = proxy;
    }

    @Override
    public String register() {
        return "social";
    }

    @Override
    public Meaning meaning(Shape shape) {
        return switch (shape) {
            case REFUSED -> new Fault("connections are refused", Kept.MARKED, proxy::refuse, proxy::heal);
            case RESET -> spoilt("a connection is reset in the middle of an answer", Spoil.resetAfter(SOME));
            case HANG -> spoilt("nothing comes through a standing connection", Spoil.hang());
            case TRICKLE -> spoilt("answers come a byte a second", Spoil.trickle(Duration.ofSeconds(1)));
            case HALF -> spoilt("a connection ends in the middle of an answer", Spoil.endAfter(SOME));
            case WRONG_CHARSET -> spoilt("Latin-1 where UTF-8 is promised", Spoil.rewrite(Texts::latin1));
            case EMPTY -> reply("200 and no body", Texts.http("200 OK", JSON, ""));
            case HEADER_ONLY -> reply("an empty list of results", Texts.http("200 OK", JSON, "{\"resultater\":[]}"));
            case WRONG_TRAILER ->
                reply("a length that is too short", Texts.http("200 OK", JSON, RESULT, RESULT.length() - 3));
            case YESTERDAY -> new None("asked live; an answer does not say when it was made");
            case ERRORS ->
                reply(
                        "500, then 429 with Retry-After",
                        Texts.http("500 Internal Server Error", JSON, "{\"fejlkode\":\"INTERN_FEJL\"}"),
                        Texts.http(
                                "429 Too Many Requests\r\nRetry-After: 1", JSON, "{\"fejlkode\":\"FOR_MANGE_KALD\"}"));
            case HTML -> reply("a page with 200", Texts.http("200 OK", "text/html", Texts.PAGE));
            default -> more(shape);
        };
    }

    private Meaning more(Shape shape) {
        return switch (shape) {
            case GARBAGE -> reply("bytes without sense", Texts.garbage());
            case ZEROS -> reply("bytes of zero", new byte[SOME]);
            case TWICE -> reply("two answers in one", Texts.http("200 OK", JSON, "{\"resultater\":[]}".repeat(2)));
            case PACKED ->
                reply("packed by gzip", Texts.http("200 OK\r\nContent-Encoding: gzip", JSON, "\u001f\u008b"));
            case RENAMED ->
                reply(
                        "its list under another name",
                        Texts.http("200 OK", JSON, RESULT.replace("resultater", "results")));
            case UTF16 -> reply("UTF-16", Texts.http("200 OK", JSON, RESULT.replace("", "\0")));
            case TAIL_CUT -> reply("its last bytes missing", Texts.http("200 OK", JSON, RESULT.substring(3)));
            case RIGHT_GONE -> reply("every token is refused", Texts.http("401 Unauthorized", JSON, "{}"));
            case NOT_THERE -> reply("there is no such address", Texts.http("404 Not Found", JSON, "{}"));
            case BUSY -> reply("busy, and no word of until when", Texts.http("503 Service Unavailable", JSON, "{}"));
            case SHUT_DOWN ->
                reply("the gate says that nobody is behind it", Texts.http("502 Bad Gateway", JSON, "{}"));
            case REDIRECT ->
                reply(
                        "a redirect to somebody else",
                        Texts.http("302 Found\r\nLocation: http://127.0.0.1:1/", JSON, "{}"));
            case TOO_LONG ->
                reply("a length longer than what comes", Texts.http("200 OK", JSON, RESULT, RESULT.length() + 9));
            case OTHER_PROTOCOL -> reply("a TLS alert", Texts.alert());
            case RETRY_DATE ->
                reply(
                        "busy until a date",
                        Texts.http(
                                "503 Service Unavailable\r\nRetry-After: Wed, 21 Oct 2037 07:28:00 GMT", JSON, "{}"));
            case WRONG_PEOPLE -> new None("who has no result fails alone, and nobody else does (MalformedIT)");
            default -> new None("not a way in which a service on the network can fail");
        };
    }

    private Fault reply(String words, byte[]... replies) {
        return spoilt(words, Spoil.reply(replies));
    }

    private Fault spoilt(String words, Spoil how) {
        return new Fault(words, Kept.MARKED, () -> proxy.spoil(how), proxy::heal);
    }
}
