package dk.samblik.campaign;

import dk.samblik.campaign.Meaning.Fault;
import dk.samblik.campaign.Meaning.Kept;
import dk.samblik.campaign.Meaning.None;
import java.time.Duration;

/** A PostgreSQL on the network, behind a proxy. */
final class BuSource implements Source {

    private static final int SOME = 1_200;

    private final Proxy proxy;

    BuSource(Proxy proxy) {
        this.proxy = proxy;
    }

    @Override
    public String register() {
        return "boern-og-unge";
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
            case EMPTY -> spoilt("connections end without a byte", Spoil.reply(new byte[0]));
            case HEADER_ONLY ->
                new None(
                        "no row about anybody is not believed where many had some (PublishTest); a refresh asks about too few to tell");
            case WRONG_TRAILER ->
                new None("the protocol ends an answer by a message of its own; half an answer lacks it");
            case YESTERDAY -> new None("asked live; a row does not say when it was copied");
            case ERRORS ->
                spoilt(
                        "too many connections, then starting up",
                        Spoil.reply(Texts.fatal("53300"), Texts.fatal("57P03")));
            case HTML ->
                spoilt(
                        "another service answers on the port",
                        Spoil.reply(Texts.http("200 OK", "text/html", Texts.PAGE)));
            default -> more(shape);
        };
    }

    private Meaning more(Shape shape) {
        return switch (shape) {
            case GARBAGE -> spoilt("bytes without sense", Spoil.reply(Texts.garbage()));
            case ZEROS -> spoilt("bytes of zero", Spoil.reply(new byte[SOME]));
            case RIGHT_GONE -> spoilt("the password is refused", Spoil.reply(Texts.fatal("28P01")));
            case NOT_THERE -> spoilt("there is no such database", Spoil.reply(Texts.fatal("3D000")));
            case BUSY -> spoilt("out of memory", Spoil.reply(Texts.fatal("53200")));
            case SHUT_DOWN -> spoilt("shut down by its administrator", Spoil.reply(Texts.fatal("57P01")));
            case TOO_LONG -> spoilt("a message longer than what comes", Spoil.reply(Texts.endless()));
            case OTHER_PROTOCOL -> spoilt("a TLS alert", Spoil.reply(Texts.alert()));
            default -> new None("not a way in which a database on the network can fail");
        };
    }

    private Fault spoilt(String words, Spoil how) {
        return new Fault(words, Kept.MARKED, () -> proxy.spoil(how), proxy::heal);
    }
}
