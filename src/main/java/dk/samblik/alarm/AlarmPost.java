package dk.samblik.alarm;

import dk.samblik.alarm.AlarmBook.Message;
import dk.samblik.household.CivilClock;
import dk.samblik.notice.Post;
import dk.samblik.team.Words;
import io.micrometer.core.instrument.Metrics;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Tells by mail that an alarm began or ended. A message that the server did not take for certain is sent again, for about a
 * day: an alarm twice is better than none.
 */
@Component
class AlarmPost {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmPost.class);
    private static final int MOST_ATTEMPTS = 30;

    private final AlarmSettings settings;
    private final AlarmBook book;
    private final Post post;
    private final MessageSource messages;
    private final CivilClock clock;

    AlarmPost(AlarmSettings settings, AlarmBook book, Post post, MessageSource messages, CivilClock clock) {
        this.settings = settings;
        this.book = book;
        this.post = post;
        this.messages = messages;
        this.clock = clock;
        if (!settings.receivers().isEmpty()) {
            post.mustBeComplete();
        }
    }

    /** Sends everything that is due; what cannot be sent now is tried again later. */
    void send() {
        Optional<Message> due = book.claim();
        while (due.isPresent()) {
            Message message = due.get();
            AlarmSettings.Receiver receiver = settings.receivers().get(message.receiver());
            boolean sent = receiver != null && sent(message, String.valueOf(receiver.mail()));
            if (sent || receiver == null || message.attempt() >= MOST_ATTEMPTS) {
                book.settle(message);
            }
            Metrics.counter("samblik.alarm.mails", "outcome", sent ? "sent" : "failed")
                    .increment();
            due = book.claim();
        }
    }

    private boolean sent(Message message, String address) {
        try (Transport transport = post.open()) {
            return post.send(transport, address, subject(message), text(message), clock.now()) == Post.Fate.SENT;
        } catch (MessagingException nobody) {
            LOG.warn("an alarm could not be mailed to {}: no connection", message.receiver());
            return false;
        }
    }

    private String subject(Message message) {
        return AlarmLine.said(words("da"), message.alarm(), message.ended());
    }

    private String text(Message message) {
        return text(message, words("da")) + "\r\n\r\n" + text(message, words("en")) + "\r\n\r\n" + post.link("/drift")
                + "\r\n";
    }

    private static String text(Message message, Words words) {
        Alarm alarm = message.alarm();
        String said = AlarmLine.said(words, alarm, message.ended()) + "\r\n"
                + words.say("alarm.begun-at", words.exact(alarm.begun()));
        return message.ended() ? said : said + "\r\n" + words.say("alarm.do." + alarm.kind());
    }

    private Words words(String language) {
        return new Words(messages, Locale.forLanguageTag(language), clock);
    }
}
