package dk.samblik.notice;

import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.notice.NewsScreen.Day;
import dk.samblik.notice.NewsScreen.Line;
import dk.samblik.team.PageFrame;
import dk.samblik.team.TeamSettings;
import dk.samblik.team.Words;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of what is new, in every state. */
@TestComponent
@Controller
public class NoticeGallery {

    public static final List<String> ADDRESSES = List.of(
            "/galleri/nyt/tom",
            "/galleri/nyt/nogle",
            "/galleri/nyt/laest",
            "/galleri/nyt/mange",
            "/galleri/nyt/intet-ulaest");

    private static final LocalTime NIGHT = LocalTime.of(5, 12);

    private final MessageSource messages;
    private final CivilClock clock;

    NoticeGallery(MessageSource messages, CivilClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/galleri/nyt/{state}")
    String news(@PathVariable String state, Model model, Locale locale) {
        Words words = new Words(messages, locale, clock);
        boolean many = state.equals("mange");
        int unread = many ? 38 : state.equals("nogle") ? 2 : 0;
        model.addAttribute("words", words);
        model.addAttribute("frame", frame());
        model.addAttribute("unread", unread);
        model.addAttribute(
                "news", new NewsScreen(state.equals("intet-ulaest"), unread, 412, days(state, words), 1, many ? 4 : 1));
        return "notice/news";
    }

    private static List<Day> days(String state, Words words) {
        if (state.equals("tom") || state.equals("intet-ulaest")) {
            return List.of();
        }
        boolean some = state.equals("nogle");
        if (!state.equals("mange")) {
            return List.of(
                    new Day(
                            words.today(),
                            List.of(
                                    line(
                                            3,
                                            "H-0417",
                                            words.list(List.of("Amina", "Karim")),
                                            some,
                                            said("HOUSING", "change.TENANCY_TERMINATED", "", words) + ", "
                                                    + words.date(words.today().plusDays(26)),
                                            said("EMPLOYMENT", "change.BENEFIT_CHANGED", "Ressourceforløb", words)),
                                    line(2, "H-0402", "", some, said("SOCIAL", "news.CASE_NEW", "", words)))),
                    new Day(
                            words.today().minusDays(1),
                            List.of(line(
                                    1,
                                    "H-0388",
                                    "Bente",
                                    false,
                                    said("EMPLOYMENT", "change.CONSENT_GIVEN", "", words)))));
        }
        List<Day> days = new ArrayList<>();
        for (int back = 0; back < 5; back++) {
            LocalDate day = words.today().minusDays(back * 2L);
            List<Line> lines = new ArrayList<>();
            for (int at = 0; at < 5; at++) {
                int id = 100 - back * 10 - at;
                lines.add(line(
                        id,
                        "H-0" + (300 + id),
                        at == 3 ? "" : words.list(List.of("Fatuma", "Abdirahman")),
                        back < 3,
                        said("CHILDREN", "change.CASE_NEW", "Tværfaglig støtte og rådgivning i hjemmet", words),
                        said("SOCIAL", "change.MEASURE_ENDED", "Socialpædagogisk støtte", words)));
            }
            days.add(new Day(day, lines));
        }
        return days;
    }

    private static String said(String department, String key, String what, Words words) {
        return words.say("department." + department) + ": " + words.say(key, what, "Amina");
    }

    private static Line line(int id, String number, String names, boolean unread, String... sentences) {
        return new Line(id, new UUID(0, id).toString(), number, names, NIGHT, unread, List.of(sentences));
    }

    private static PageFrame frame() {
        return new PageFrame(
                new TeamSettings("Eksempel Kommune", "12 34 56 78"),
                new Viewer("maja", "Maja Test", Viewer.Role.COORDINATOR, "Fjordsted Kommune", Set.of("Lærkevænget")),
                true,
                "/nyt",
                List.of(
                        new PageFrame.Item("layout.my-households", "/", false),
                        new PageFrame.Item("layout.news", "/nyt", true),
                        new PageFrame.Item("layout.consents", "/samtykker", false)));
    }
}
