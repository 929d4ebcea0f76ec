package dk.samblik.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dk.samblik.access.Browser;
import dk.samblik.browser.TestSignIn;
import dk.samblik.consent.Import;
import dk.samblik.demo.Hub;
import dk.samblik.demo.WorldSize;
import dk.samblik.demo.social.SocialFault;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** A night brings news; the list tells it, the mail tells only how much, and what is read is told no more. */
class NoticeIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern UNTIL = Pattern.compile("name=\"til\" value=\"(\\d+)\"");
    private static final Pattern COUNT = Pattern.compile("class=\"sb-count\"[^>]*>(\\d+)<");

    private static final GreenMail SMTP = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static Hub hub;

    @BeforeAll
    static void runTwoNights() throws IOException {
        SMTP.start();
        hub = Hub.start(
                WorldSize.TINY,
                TestSignIn.settings(Map.of(
                        "samblik.notice.mail.enabled",
                        "true",
                        "samblik.notice.mail.at",
                        "0 0 7 1 1 ? 2099",
                        "samblik.notice.mail.host",
                        "127.0.0.1",
                        "samblik.notice.mail.port",
                        SMTP.getSmtp().getPort(),
                        "samblik.notice.mail.from",
                        "samblik@fjordsted.example",
                        "samblik.notice.mail.link",
                        "https://samblik.fjordsted.example/nyt")));
        addresses();
        hub.social().fault(SocialFault.DOWN);
        hub.night();
        hub.social().fault(SocialFault.NONE);
        hub.night();
        // What is new is noted once the night is closed
        Awaitility.await()
                .until(() -> count("view_version where version > 1") > 0
                        && count("view_version where version > 1 and not noted") == 0);
    }

    @AfterAll
    static void close() {
        hub.close();
        SMTP.stop();
    }

    /** The file of teams gives Maja an address, in a team of her own in her area. */
    private static void addresses() throws IOException {
        String area = hub.owner()
                .sql("select area from staff where subject = 'maja' limit 1")
                .query(String.class)
                .single();
        Path file = Files.createTempFile("teams", ".json");
        Files.writeString(file, """
                {"teams": [{"team": "Med mail", "area": "%s", "members": [{"subject": "maja", "name": "Maja Test",
                  "role": "TEAM", "organisation": "Fjordsted Kommune", "mail": "maja@fjordsted.example"}]}]}
                """.formatted(area));
        assertThat(hub.bean(Import.class).teams(file).taken()).isTrue();
        Files.writeString(file, Files.readString(file).replace("maja@", "Maja <maja@"));
        assertThat(hub.bean(Import.class).teams(file).taken())
                .as("one address and nothing else")
                .isFalse();
    }

    private static Browser signedIn() {
        Browser browser =
                new Browser(Integer.parseInt(hub.bean(Environment.class).getRequiredProperty("local.server.port")));
        String token = found(TOKEN, browser.get("/log-paa").body());
        browser.post("/log-paa", Map.of("username", "maja", "password", "shown-to-everybody", "_csrf", token));
        return browser;
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    private static long count(String of) {
        return hub.owner().sql("select count(*) from " + of).query(Long.class).single();
    }

    /** Every name, number, address and household label that there is. */
    private static Set<String> everybody() {
        Set<String> all = new HashSet<>(hub.owner()
                .sql("select number from household")
                .query(String.class)
                .list());
        hub.world().town().people().forEach(person -> {
            all.add(person.name().shown());
            all.add(person.cpr());
        });
        all.addAll(hub.owner()
                .sql("select household_id::text from household")
                .query(String.class)
                .list());
        return all;
    }

    @Test
    void theListTellsTheMailCountsAndWhatIsReadIsToldNoMore() throws Exception {
        long households = count("(select distinct household_id from notice where subject = 'maja') of_maja");
        assertThat(households).as("the second night brought something").isGreaterThan(1);

        hub.bean(Digest.class).tell();

        MimeMessage[] mails = SMTP.getReceivedMessages();
        assertThat(mails).hasSize(1);
        String whole = GreenMailUtil.getWholeMessage(mails[0]);
        assertThat(whole).contains("Der er nyt i " + households + " af dine husstande");
        assertThat(everybody()).hasSizeGreaterThan(20).noneMatch(whole::contains);

        Browser maja = signedIn();
        long looks = count("access_log where actor = 'maja' and action = 'SEARCH'");
        String page = maja.get("/nyt").body();
        assertThat(count("access_log where actor = 'maja' and action = 'SEARCH'"))
                .isGreaterThan(looks);
        assertThat(found(COUNT, page)).isEqualTo(String.valueOf(households));
        assertThat(page).contains("Social: ny ").contains("Ulæst");
        assertThat(found(COUNT, maja.get("/").body())).isEqualTo(String.valueOf(households));

        assertThat(maja.post("/nyt/laest", Map.of("til", found(UNTIL, page))).statusCode())
                .as("without the form's token")
                .isEqualTo(403);
        assertThat(maja.post("/nyt/laest", Map.of("_csrf", found(TOKEN, page), "til", found(UNTIL, page)))
                        .statusCode())
                .isEqualTo(303);

        String read = maja.get("/nyt").body();
        assertThat(read)
                .contains("Du har læst alt nyt.")
                .contains("Social: ny ")
                .doesNotContain("sb-count\"");
        assertThat(maja.get("/nyt?ulaeste=1").body()).contains("Intet ulæst");
        hub.bean(Digest.class).tell();
        assertThat(SMTP.getReceivedMessages()).hasSize(1);
    }
}
