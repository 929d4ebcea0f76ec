package dk.samblik.notice;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The way to the mail server, for whoever has something to tell. Says of a failure what became of the mail, and never whom it was to. */
@Component
@EnableConfigurationProperties(NoticeSettings.class)
public class Post {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final NoticeSettings settings;
    private final Session session;

    /** By the settings of the daily mail, whether there is one or not. */
    public Post(NoticeSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    /** What became of one mail. UNKNOWN: the connection broke, and the server may have taken it. */
    public enum Fate {
        SENT,
        REFUSED,
        UNKNOWN
    }

    /** Refuses the start where something is missing that a mail needs; also where there is no daily mail. */
    public void mustBeComplete() {
        settings.mustBeComplete();
    }

    /** Where a page of ours is. */
    public URI link(String page) {
        return Objects.requireNonNull(settings.link(), "checked at start").resolve(page);
    }

    private static Properties properties(NoticeSettings settings) {
        Properties all = new Properties();
        all.setProperty("mail.smtp.host", String.valueOf(settings.host()));
        all.setProperty("mail.smtp.port", String.valueOf(settings.port()));
        all.setProperty("mail.smtp.auth", String.valueOf(settings.user() != null));
        all.setProperty("mail.smtp.starttls.enable", "true");
        all.setProperty("mail.smtp.starttls.required", String.valueOf(settings.mustBeSecure()));
        all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        all.setProperty("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
        all.setProperty("mail.smtp.connectiontimeout", String.valueOf(CONNECT.toMillis()));
        all.setProperty("mail.smtp.timeout", String.valueOf(ANSWER.toMillis()));
        all.setProperty("mail.smtp.writetimeout", String.valueOf(ANSWER.toMillis()));
        // Else the id of a message names this machine and the account that the hub runs under
        all.setProperty("mail.from", String.valueOf(settings.from()));
        return all;
    }

    /** A connection, for many mails. */
    public Transport open() throws MessagingException {
        Transport transport = session.getTransport("smtp");
        transport.connect(settings.user(), settings.password());
        return transport;
    }

    /** Sends a text to one address. */
    public Fate send(Transport transport, String address, String subject, String text, Instant at) {
        try {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(new InternetAddress(settings.from(), true));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
            message.setSubject(subject, StandardCharsets.UTF_8.name());
            message.setText(text, StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(at));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.saveChanges();
            transport.sendMessage(message, message.getAllRecipients());
            return Fate.SENT;
        } catch (SMTPSendFailedException failed) {
            // Without a code there was no answer, perhaps to the last dot
            return failed.getReturnCode() > 0 ? Fate.REFUSED : Fate.UNKNOWN;
        } catch (SendFailedException refused) {
            return Fate.REFUSED;
        } catch (MessagingException broken) {
            return transport.isConnected() ? Fate.REFUSED : Fate.UNKNOWN;
        }
    }
}
