package dk.samblik.campaign;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** What a {@link Proxy} does to the bytes of a connection. By itself it passes them on. */
public interface Spoil {

    /** Bytes on their way to the server. */
    default void asked(Link link, byte[] bytes) throws IOException {
        link.toServer(bytes);
    }

    /** Bytes on their way to the client. */
    default void answered(Link link, byte[] bytes) throws IOException {
        link.toClient(bytes);
    }

    /** Everything goes through. */
    static Spoil nothing() {
        return new Spoil() {};
    }

    /** A black hole: the connection stands and nothing comes through it. */
    static Spoil hang() {
        return new Spoil() {
            @Override
            public void asked(Link link, byte[] bytes) {}

            @Override
            public void answered(Link link, byte[] bytes) {}
        };
    }

    /** The answer comes, one byte at a time. */
    static Spoil trickle(Duration gap) {
        return new Spoil() {
            @Override
            public void answered(Link link, byte[] bytes) throws IOException {
                for (byte one : bytes) {
                    link.toClient(new byte[] {one});
                    if (!link.pause(gap)) {
                        return;
                    }
                }
            }
        };
    }

    /** So many bytes of answer come through on a connection; then it is reset. */
    static Spoil resetAfter(int bytes) {
        return cut(bytes, Link::reset);
    }

    /** So many bytes of answer come through on a connection; then it ends as if that were all. */
    static Spoil endAfter(int bytes) {
        return cut(bytes, Link::finish);
    }

    /** The server does what it is asked, and the client never hears of it: the connection ends before the reply. */
    static Spoil dropReply() {
        return cut(0, Link::close);
    }

    /** The client gets these in place of the server's replies, one a connection and in turn; then the connection ends. */
    static Spoil reply(byte[]... replies) {
        Set<Link> told = ConcurrentHashMap.newKeySet();
        AtomicInteger turn = new AtomicInteger();
        return new Spoil() {
            @Override
            public void answered(Link link, byte[] bytes) throws IOException {
                if (told.add(link)) {
                    link.toClient(replies[turn.getAndIncrement() % replies.length]);
                    link.finish();
                }
            }
        };
    }

    /** The answer comes with other bytes in it. */
    static Spoil rewrite(UnaryOperator<byte[]> text) {
        return new Spoil() {
            @Override
            public void answered(Link link, byte[] bytes) throws IOException {
                link.toClient(text.apply(bytes));
            }
        };
    }

    /** How a connection ends. */
    interface End {
        void of(Link link) throws IOException;
    }

    private static Spoil cut(int most, End end) {
        Map<Link, Integer> passed = new ConcurrentHashMap<>();
        return new Spoil() {
            @Override
            public void answered(Link link, byte[] bytes) throws IOException {
                int before = passed.getOrDefault(link, 0);
                int now = Math.min(bytes.length, most - before);
                if (now > 0) {
                    link.toClient(Arrays.copyOf(bytes, now));
                }
                passed.put(link, before + Math.max(now, 0));
                if (now >= 0 && before + bytes.length > most) {
                    passed.put(link, most + 1);
                    end.of(link);
                }
            }
        };
    }
}
