package dk.samblik.notice;

import dk.samblik.access.Staff;
import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.notice.News.ToReader;
import dk.samblik.run.Switches;
import dk.samblik.team.Words;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Tells each receiver once a day by mail in how many of their households there is something new, and nothing else. A receiver
 * gets at most one mail a day, whatever breaks: the day is taken before the mail is sent, and given back only where the server
 * said no. What a mail told of is noted after it is sent: where the hub stops in between, the next day's mail tells of it
 * again, so nothing is left untold. Who has no address, or nothing new, gets none.
 */
@Component("digest")
@EnableConfigurationProperties(NoticeSettings.class)
public class Digest {

    private static final Logger LOG = LoggerFactory.getLogger(Digest.class);
    private static final int TRIES = 3;

    private final NoticeSettings settings;
    private final Notices notices;
    private final News news;
    private final Staff staff;
    private final MessageSource messages;
    private final CivilClock clock;
    private final MeterRegistry meters;
    private final Switches switches;

    Digest(
            NoticeSettings settings,
            Notices notices,
            News news,
            Staff staff,
            MessageSource messages,
            CivilClock clock,
            MeterRegistry meters,
            Switches switches) {
        this.settings = settings;
        this.notices = notices;
        this.news = news;
        this.staff = staff;
        this.messages = messages;
        this.clock = clock;
        this.meters = meters;
        meters.counter("samblik.notice.mails", "outcome", "sent");
        meters.counter("samblik.notice.mails", "outcome", "failed");
        this.switches = switches;
    }

    /** What there is to tell one receiver. */
    private record Letter(String subject, String address, List<Notice> notices) {

        long households() {
            return notices.stream().map(Notice::household).distinct().count();
        }
    }

    /** Tells everybody who is to be told and was not today; does nothing where there is no mail or it is off. */
    public void tell() {
        if (!settings.enabled()) {
            return;
        }
        try {
            if (switches.isOff("daily-notice")) {
                return;
            }
            List<Letter> letters = letters();
            if (!letters.isEmpty()) {
                send(letters);
            }
        } catch (RuntimeException fault) {
            LOG.error(
                    "digest: interrupted; tomorrow's mail tells what is left: {}",
                    fault.getClass().getName());
        }
    }

    private List<Letter> letters() {
        Map<String, String> mails = staff.mails();
        Map<String, Viewer> receivers = staff.followers().stream()
                .filter(viewer -> mails.containsKey(viewer.subject()))
                .collect(Collectors.toMap(Viewer::subject, Function.identity()));
        List<Notice> untold = receivers.isEmpty() ? List.of() : notices.untold(receivers.values());
        Map<Notice, ToReader> asked = new LinkedHashMap<>();
        untold.forEach(notice -> Optional.ofNullable(receivers.get(notice.subject()))
                .ifPresent(reader -> asked.put(notice, new ToReader(reader, notice.household(), notice.version()))));
        Set<ToReader> still = news.among(asked.values());
        return untold.stream()
                .filter(notice -> asked.containsKey(notice) && still.contains(asked.get(notice)))
                .collect(Collectors.groupingBy(Notice::subject, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(one -> new Letter(one.getKey(), mails.getOrDefault(one.getKey(), ""), one.getValue()))
                .toList();
    }

    private void send(List<Letter> letters) {
        Post post = new Post(settings);
        int left = letters.size();
        try (Transport transport = connected(post)) {
            for (Letter letter : letters) {
                if (!transport.isConnected()) {
                    break;
                }
                if (told(post, transport, letter)) {
                    left--;
                }
            }
        } catch (MessagingException nobody) {
            LOG.debug("digest: the mail server did not answer");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        meters.counter("samblik.notice.mails", "outcome", "sent").increment(letters.size() - left);
        meters.counter("samblik.notice.mails", "outcome", "failed").increment(left);
        if (left > 0) {
            LOG.error(
                    "digest: {} of {} receivers were not told today; tomorrow's mail tells them", left, letters.size());
        }
    }

    private Transport connected(Post post) throws MessagingException, InterruptedException {
        for (int tried = 1; ; tried++) {
            try {
                return post.open();
            } catch (MessagingException nobody) {
                if (tried == TRIES) {
                    throw nobody;
                }
                TimeUnit.MILLISECONDS.sleep(settings.retryAfter().toMillis());
            }
        }
    }

    /** Whether this receiver has been told today, now or before. */
    private boolean told(Post post, Transport transport, Letter letter) {
        if (!notices.takeDay(letter.subject(), clock.today())) {
            return true;
        }
        return switch (post.send(transport, letter.address(), subject(), text(letter), clock.now())) {
            case SENT -> {
                notices.told(letter.notices().stream().map(Notice::id).toList());
                yield true;
            }
            case REFUSED -> {
                notices.giveDayBack(letter.subject());
                yield false;
            }
            case UNKNOWN -> false;
        };
    }

    private String subject() {
        return danish().say("digest.subject");
    }

    private String text(Letter letter) {
        return danish().count("digest.text", letter.households()) + "\r\n" + settings.link() + "\r\n\r\n"
                + new Words(messages, Locale.ENGLISH, clock).count("digest.text", letter.households()) + "\r\n\r\n"
                + danish().say("digest.foot") + "\r\n";
    }

    private Words danish() {
        return new Words(messages, Locale.forLanguageTag("da"), clock);
    }
}
