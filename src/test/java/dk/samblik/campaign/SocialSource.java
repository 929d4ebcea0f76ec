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
        };
    }

    private Fault reply(String words, byte[]... replies) {
        return spoilt(words, Spoil.reply(replies));
    }

    private Fault spoilt(String words, Spoil how) {
        return new Fault(words, Kept.MARKED, () -> proxy.spoil(how), proxy::heal);
    }
}
