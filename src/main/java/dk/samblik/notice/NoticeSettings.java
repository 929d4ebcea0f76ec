package dk.samblik.notice;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The daily mail.
 *
 * @param enabled whether there is one; all that follows is needed only then
 * @param at when it is sent, a Quartz cron in Europe/Copenhagen
 * @param host the mail server; STARTTLS is demanded of one that is not this machine
 * @param port its port
 * @param user who the hub is to it; none where it does not ask
 * @param password its password
 * @param from the sender's address
 * @param link the hub's own address, where the mail leads
 * @param retryAfter how long after a failed connection the next is tried; there are three in all
 */
@ConfigurationProperties("samblik.notice.mail")
public record NoticeSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("0 0 7 * * ?") String at,
        @Nullable String host,
        @DefaultValue("587") int port,
        @Nullable String user,
        @Nullable String password,
        @Nullable String from,
        @Nullable URI link,
        @DefaultValue("10s") Duration retryAfter) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\",;]+@[^\\s@<>\",;]+");
    private static final String KEY = "samblik.notice.mail.";

    public NoticeSettings {
        if (enabled) {
            check(host, from, user, password, link);
        }
    }

    /** Refuses what a mail cannot be sent with, whether there is a daily one or not. */
    void mustBeComplete() {
        check(host, from, user, password, link);
    }

    private static void check(
            @Nullable String host,
            @Nullable String from,
            @Nullable String user,
            @Nullable String password,
            @Nullable URI link) {
        refuse(host == null || host.isBlank(), "host", "must name the mail server");
        refuse(from == null || !ADDRESS.matcher(from).matches(), "from", "must be one address and nothing else");
        refuse((user == null) != (password == null), "password", "must be set where user is, and nowhere else");
        refuse(!leadsHere(link), "link", "must begin with https:// and be the hub's own address");
    }

    private static boolean leadsHere(@Nullable URI link) {
        if (link == null || link.getHost() == null || link.getQuery() != null || link.getUserInfo() != null) {
            return false;
        }
        return "https".equals(link.getScheme()) || "http".equals(link.getScheme()) && thisMachine(link.getHost());
    }

    private static boolean thisMachine(String host) {
        return THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Whether the server must prove who it is and talk in cipher before anything is said. */
    boolean mustBeSecure() {
        return host == null || !thisMachine(host);
    }

    /** Without its password. */
    @Override
    public String toString() {
        return "NoticeSettings[" + enabled + "]";
    }

    private static void refuse(boolean wrong, String key, String what) {
        if (wrong) {
            throw new IllegalArgumentException(KEY + key + " " + what + ".");
        }
    }
}
