package dk.samblik.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dk.samblik.access.TestAccess;
import dk.samblik.household.Department;
import dk.samblik.run.TestSwitches;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The daily mail, through a real SMTP server. */
@ExtendWith(OutputCaptureExtension.class)
class DigestTest {

    private final NoticeStory story = new NoticeStory();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void open() {
        server.start();
        story.night();
    }

    @AfterEach
    void close() {
        server.stop();
        story.close();
    }

    private static NoticeSettings settings(@Nullable String host, int port) {
        return settings(host, port, "samblik@fjordsted.example", "https://samblik.fjordsted.example/nyt", null);
    }

    private static NoticeSettings settings(
            @Nullable String host, int port, String from, String link, @Nullable String user) {
        return new NoticeSettings(
                true, "0 0 7 * * ?", host, port, user, null, from, URI.create(link), Duration.ofMillis(1));
    }

    private void tell() {
        tell("127.0.0.1", server.getSmtp().getPort());
    }

    private void tell(String host, int port) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        new Digest(
                        settings(host, port),
                        story.notices(),
                        story.news(),
                        TestAccess.staff(story.story.database.web()),
                        messages,
                        story.story.clock(),
                        meters,
                        TestSwitches.on(story.story.database, story.story.clock()))
                .tell();
    }

    private List<MimeMessage> mails() {
        return Arrays.asList(server.getReceivedMessages());
    }

    private double counted(String outcome) {
        return meters.counter("samblik.notice.mails", "outcome", outcome).count();
    }

    @Test
    void whoHasNewsAndAnAddressIsToldHowManyHouseholdsAndNothingElse() throws Exception {
        story.nightWithACase().nightWithACase();

        tell();

        assertThat(mails()).hasSize(1);
        MimeMessage mail = mails().get(0);
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("maja@fjordsted.example");
        assertThat(mail.getSubject()).isEqualTo("Nyt i Samblik");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContent().toString().replace("\r\n", "\n"))
                .isEqualTo("Der er nyt i 1 af dine husstande. Log ind for at se det.\n"
                        + "https://samblik.fjordsted.example/nyt\n\n"
                        + "There is news in 1 of your households. Sign in to see it.\n\n"
                        + "Mailen er sendt automatisk, højst én gang om dagen, og kan ikke besvares.");
    }

    @Test
    void whatWasToldIsNotToldAgainAndNobodyGetsTwoADay() {
        story.nightWithACase();
        tell();
        story.nightWithACase();

        tell();
        assertThat(mails()).as("one a day").hasSize(1);
        story.story.later(Duration.ofDays(1));
        tell();
        assertThat(mails()).as("what came after the first mail").hasSize(2);
        story.story.later(Duration.ofDays(1));
        tell();
        assertThat(mails()).as("nothing is new").hasSize(2);
    }

    @Test
    void whatIsReadIsNotTold() {
        story.nightWithACase();
        story.notices().read("maja", null, story.newest(NoticeStory.MAJA));

        tell();

        assertThat(mails()).isEmpty();
    }

    @Test
    void whatConsentTookAwaySinceIsNotCounted() {
        story.nightWithACase();
        story.story.withdraws(story.amina.id(), Department.EMPLOYMENT);

        tell();

        assertThat(mails()).isEmpty();
    }

    @Test
    void aServerThatIsDownLosesNothingAndNamesNobody(CapturedOutput output) {
        story.nightWithACase();

        tell("127.0.0.1", 1);

        assertThat(output.getOut().lines().filter(line -> line.contains("digest:")))
                .singleElement()
                .asString()
                .contains("1 of 1 receivers were not told today");
        assertThat(output.getAll()).doesNotContain("maja@");
        assertThat(counted("failed")).isEqualTo(1);
        story.story.later(Duration.ofDays(1));
        tell();
        assertThat(mails()).hasSize(1);
        assertThat(counted("sent")).isEqualTo(1);
    }

    /** The day is taken before the mail, what it told is noted after it: once a day at most, and never lost. */
    @Test
    void whereTheHubStopsBetweenSendingAndNotingNobodyGetsTwoThatDayAndAllIsToldTheNext() {
        story.nightWithACase();
        story.story.owner.sql("revoke update on notice from hub_web").update();
        story.story.owner.sql("revoke update (told_at) on notice from hub_web").update();
        tell();
        assertThat(mails()).hasSize(1);
        assertThat(story.count("notice where told_at is not null")).isZero();
        story.story.owner.sql("grant update (told_at) on notice to hub_web").update();

        tell();
        assertThat(mails()).as("the day is taken").hasSize(1);
        story.story.later(Duration.ofDays(1));
        tell();
        assertThat(mails()).hasSize(2);
    }

    @Test
    void aServerThatTookTheMailAndSaidNothingIsNotGivenItTwiceThatDay() throws IOException {
        story.nightWithACase();
        try (RudePost rude = new RudePost(RudePost.Manner.HANGS_UP)) {
            tell("127.0.0.1", rude.port());
            tell("127.0.0.1", rude.port());
            assertThat(rude.taken()).isEqualTo(1);
        }
        assertThat(counted("failed")).isEqualTo(1);

        story.story.later(Duration.ofDays(1));
        tell();
        assertThat(mails()).as("it may never have come").hasSize(1);
    }

    @Test
    void whomAServerRefusesMayBeTriedAgainThatDay() throws IOException {
        story.nightWithACase();
        try (RudePost rude = new RudePost(RudePost.Manner.REFUSES)) {
            tell("127.0.0.1", rude.port());
        }
        assertThat(counted("failed")).isEqualTo(1);

        tell();

        assertThat(mails()).hasSize(1);
    }

    /** A name that is not this machine's, though it leads here. */
    @Test
    void anotherMachineThatDoesNotSpeakInCipherGetsNothing() {
        story.nightWithACase();

        tell("127.0.0.2", otherServer().getSmtp().getPort());

        assertThat(counted("failed")).isEqualTo(1);
        assertThat(story.count("notice where told_at is not null")).isZero();
    }

    @Test
    void anotherMachineIsToldInCipherAndOnlyWhereItProvesItsName(@TempDir Path folder) throws Exception {
        story.nightWithACase();
        SSLContext everyday = SSLContext.getDefault();
        try (CipherPost right = new CipherPost(folder, "ip:" + CipherPost.ADDRESS);
                CipherPost elsewhere = new CipherPost(folder, "dns:post.elsewhere.example")) {
            tell(CipherPost.ADDRESS, right.port());
            assertThat(right.taken())
                    .as("a certificate that nobody vouches for")
                    .isZero();

            SSLContext.setDefault(elsewhere.believed());
            tell(CipherPost.ADDRESS, elsewhere.port());
            assertThat(elsewhere.taken()).as("a certificate of another name").isZero();

            SSLContext.setDefault(right.believed());
            tell(CipherPost.ADDRESS, right.port());
            assertThat(right.taken()).isOne();
            assertThat(counted("sent")).isOne();
        } finally {
            SSLContext.setDefault(everyday);
        }
    }

    private GreenMail otherServer() {
        server.stop();
        GreenMail other = new GreenMail(new ServerSetup(0, "127.0.0.2", ServerSetup.PROTOCOL_SMTP));
        other.start();
        return other;
    }

    @Test
    void settingsThatCannotBeRightSayWhichAndWhy() {
        assertThatThrownBy(() -> settings(null, 25)).hasMessage("samblik.notice.mail.host must name the mail server.");
        assertThatThrownBy(() -> settings("mail", 25, "Samblik <a@b.example>", "https://samblik.example", null))
                .hasMessage("samblik.notice.mail.from must be one address and nothing else.");
        assertThatThrownBy(() -> settings("mail", 25, "a@b.example", "http://samblik.example", null))
                .hasMessageContaining("samblik.notice.mail.link must begin with https://");
        assertThatThrownBy(() -> settings("mail", 25, "a@b.example", "https://samblik.example", "samblik"))
                .hasMessageContaining("samblik.notice.mail.password");
        assertThat(settings("mail", 25).mustBeSecure()).isTrue();
        assertThat(settings("localhost", 25).mustBeSecure()).isFalse();
    }
}
