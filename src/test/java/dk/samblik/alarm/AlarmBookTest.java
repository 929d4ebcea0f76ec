package dk.samblik.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dk.samblik.alarm.Alarm.Kind;
import dk.samblik.alarm.Alarm.Sign;
import dk.samblik.alarm.AlarmSettings.Receiver;
import dk.samblik.household.CivilClock;
import dk.samblik.notice.NoticeSettings;
import dk.samblik.notice.Post;
import dk.samblik.storage.TestDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * An alarm is told when it begins and when it ends, through a real mail server. Two hubs look each time, and both are made
 * anew: all they know of the time before is in the database.
 */
class AlarmBookTest {

    private static final Sign SOCIAL = new Sign(Kind.SOURCE_DOWN, "social");
    private static final Instant MORNING = Instant.parse("2026-03-12T06:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-03-12T22:30:00Z");

    private final TestDatabase database = TestDatabase.fresh();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Map<String, Receiver> receivers = Map.of("drift", receiver("drift", null, null));

    @BeforeEach
    void open() {
        server.start();
    }

    @AfterEach
    void close() {
        server.stop();
        database.close();
    }

    private static Receiver receiver(String name, @Nullable String from, @Nullable String to, Kind... kinds) {
        return new Receiver(
                name + "@fjordsted.example",
                Set.of(kinds),
                from == null ? null : LocalTime.parse(from),
                to == null ? null : LocalTime.parse(to));
    }

    static AlarmSettings settings(Map<String, Receiver> receivers) {
        return new AlarmSettings(
                Duration.ofMinutes(1),
                LocalTime.of(6, 0),
                Duration.ofHours(26),
                Duration.ofDays(3),
                Duration.ofHours(1),
                receivers);
    }

    private void hub(Instant at, int port, Sign... signs) {
        CivilClock clock = new CivilClock(Clock.fixed(at, CivilClock.COPENHAGEN));
        AlarmSettings settings = settings(receivers);
        AlarmBook book = new AlarmBook(database.ops(), settings, clock);
        book.found(Set.of(signs));
        Post post = new Post(new NoticeSettings(
                false,
                "",
                "127.0.0.1",
                port,
                null,
                null,
                "samblik@fjordsted.example",
                URI.create("https://samblik.fjordsted.example/nyt"),
                Duration.ZERO));
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        new AlarmPost(settings, book, post, messages, clock).send();
    }

    /** Two hubs at the same moment. */
    private void look(Instant at, Sign... signs) {
        int port = server.getSmtp().getPort();
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> hub(at, port, signs));
        hub(at, port, signs);
        other.join();
    }

    private List<String> subjects() {
        return Stream.of(server.getReceivedMessages())
                .map(AlarmBookTest::subject)
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString().replaceFirst("@.*", ": ") + mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void howeverOftenItIsFoundAndByWhomThereAreTwoMessages() {
        Instant at = MORNING;
        for (int failure = 0; failure < 100; failure++) {
            at = at.plusSeconds(60);
            look(at, SOCIAL);
        }
        assertThat(subjects()).containsExactly("drift: Samblik: Registret svarer ikke (social)");

        look(at.plus(Duration.ofMinutes(5)));
        look(at.plus(Duration.ofMinutes(11)));
        look(at.plus(Duration.ofMinutes(12)));

        assertThat(subjects())
                .containsExactly(
                        "drift: Samblik: Registret svarer ikke (social)",
                        "drift: Samblik: Slut på: Registret svarer ikke (social)");
    }

    @Test
    void whatComesAndGoesIsOneAlarm() {
        for (int minute = 0; minute < 60; minute++) {
            Instant at = MORNING.plus(Duration.ofMinutes(minute));
            int port = server.getSmtp().getPort();
            if (minute % 7 == 0) {
                hub(at, port, SOCIAL);
            } else {
                hub(at, port);
            }
        }

        assertThat(subjects()).hasSize(1);
    }

    @Test
    void theSameAgainLaterIsAnother() {
        look(MORNING, SOCIAL);
        look(MORNING.plus(Duration.ofHours(1)));
        look(MORNING.plus(Duration.ofHours(2)), SOCIAL);

        assertThat(subjects()).hasSize(3);
    }

    @Test
    void aMailSaysWhatSinceWhenAndWhatToDoAndNothingElse() throws MessagingException, IOException {
        look(MORNING, new Sign(Kind.NIGHT_MISSING, ""));

        assertThat(server.getReceivedMessages()[0].getContent().toString().replace("\r\n", "\n"))
                .isEqualTo("""
                        Samblik: Natten er ikke kørt til ende
                        Det begyndte 12. mar. 2026 kl. 07.00.00.
                        Se under Kørsler, hvor langt den er, og kør den nu, hvis den ikke er i gang.

                        Samblik: The night has not ended
                        It began 12 Mar 2026 07:00:00.
                        See under Runs how far it is, and run it now if it is not under way.

                        https://samblik.fjordsted.example/drift""");
    }

    @Test
    void eachIsToldOfItsKindsAndLeftAloneInItsQuietHours() {
        receivers = Map.of(
                "drift", receiver("drift", "22:00", "06:00"),
                "vagt", receiver("vagt", null, null, Kind.ACCESS_LOG));
        Sign log = new Sign(Kind.ACCESS_LOG, "");

        look(NIGHT, SOCIAL, log);
        assertThat(subjects()).containsExactly("vagt: Samblik: Opslagsloggen kan ikke skrives");
        look(NIGHT.plus(Duration.ofHours(6)), SOCIAL, log);
        assertThat(subjects()).as("half past five").hasSize(1);
        look(NIGHT.plus(Duration.ofMinutes(391)), SOCIAL, log);

        assertThat(subjects())
                .as("what began meanwhile is told when the quiet hours end")
                .containsExactlyInAnyOrder(
                        "vagt: Samblik: Opslagsloggen kan ikke skrives",
                        "drift: Samblik: Opslagsloggen kan ikke skrives",
                        "drift: Samblik: Registret svarer ikke (social)");
    }

    @Test
    void whatCannotBeSentIsSentLaterAndTheBeginningBeforeTheEnd() {
        hub(MORNING, 1, SOCIAL);
        hub(MORNING.plus(Duration.ofMinutes(30)), 1);
        assertThat(subjects()).isEmpty();

        look(MORNING.plus(Duration.ofHours(3)));
        look(MORNING.plus(Duration.ofHours(4)));

        assertThat(subjects())
                .containsExactly(
                        "drift: Samblik: Registret svarer ikke (social)",
                        "drift: Samblik: Slut på: Registret svarer ikke (social)");
    }

    @Test
    void whatEndedIsOnThePageForAWhile() {
        look(MORNING, SOCIAL);
        look(MORNING.plus(Duration.ofHours(1)), new Sign(Kind.CHECKPOINTS, ""));
        AlarmBook book = new AlarmBook(
                database.ops(), settings(receivers), new CivilClock(Clock.fixed(NIGHT, CivilClock.COPENHAGEN)));

        assertThat(book.since(MORNING)).extracting(Alarm::kind).containsExactly(Kind.CHECKPOINTS, Kind.SOURCE_DOWN);
        assertThat(book.since(NIGHT)).extracting(Alarm::kind).containsExactly(Kind.CHECKPOINTS);
    }

    @Test
    void aReceiverWithoutAnAddressIsRefused() {
        assertThatThrownBy(() -> settings(Map.of("drift", new Receiver(null, Set.of(), null, null))))
                .hasMessage("samblik.alarms.receivers.drift.mail must be one address and nothing else.");
        assertThatThrownBy(() -> settings(Map.of("drift", receiver("drift", "22:00", null))))
                .hasMessageContaining("samblik.alarms.receivers.drift.quiet-from");
    }
}
