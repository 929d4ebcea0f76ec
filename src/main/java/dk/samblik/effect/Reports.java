package dk.samblik.effect;

import dk.samblik.consent.DataController;
import dk.samblik.consent.Paper;
import dk.samblik.effect.Releases.Kept;
import dk.samblik.household.CivilClock;
import dk.samblik.programme.Programme;
import dk.samblik.programme.Programmes;
import dk.samblik.storage.Database;
import dk.samblik.team.Words;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The half-yearly report of a programme as tagged PDF, in Danish and English: made once of a release, kept, without persons. */
@Component
@EnableConfigurationProperties(DataController.class)
public class Reports {

    private static final List<String> LANGUAGES = List.of("da", "en");

    private final Database effect;
    private final Database web;
    private final Releases releases;
    private final Programmes programmes;
    private final Indicators indicators;
    private final Paper paper;
    private final MessageSource messages;
    private final DataController controller;
    private final CivilClock clock;

    Reports(
            @Qualifier("effectDatabase") Database effect,
            @Qualifier("webDatabase") Database web,
            Releases releases,
            Programmes programmes,
            Indicators indicators,
            Paper paper,
            MessageSource messages,
            DataController controller,
            CivilClock clock) {
        this.effect = effect;
        this.web = web;
        this.releases = releases;
        this.programmes = programmes;
        this.indicators = indicators;
        this.paper = paper;
        this.messages = messages;
        this.controller = controller;
        this.clock = clock;
    }

    /** Makes the reports of the newest release of every programme, where they are not there yet. */
    public void make() {
        for (Programme programme : programmes.all()) {
            List<Kept> all = releases.all(programme.code());
            if (!all.isEmpty()) {
                LANGUAGES.stream()
                        .filter(language -> of(
                                        programme.code(), all.get(0).release().half(), language)
                                .isEmpty())
                        .forEach(language -> keep(programme, all, language));
            }
        }
    }

    private void keep(Programme programme, List<Kept> all, String language) {
        Words words = new Words(messages, Locale.forLanguageTag(language), clock);
        EffectScreen screen = new EffectScreen(words, programme, indicators.of(programme), all, all.get(0), null);
        byte[] pdf = paper.pdf(
                "effect/report-paper",
                Locale.forLanguageTag(language),
                Map.of("screen", screen, "words", words, "authority", controller.name()));
        effect.sql()
                .sql("""
                        insert into effect_report (programme, half, language, made_at, pdf, hash)
                        values (:programme, :half, :language, :at, :pdf, encode(sha256(:pdf), 'hex'))
                        on conflict do nothing
                        """)
                .param("programme", programme.code())
                .param("half", all.get(0).release().half().toString())
                .param("language", language)
                .param("at", Timestamp.from(clock.now()))
                .param("pdf", pdf)
                .update();
    }

    /** The report as it was made. */
    public Optional<byte[]> of(String programme, Half half, String language) {
        return web.sql()
                .sql(
                        "select pdf from effect_report where programme = :programme and half = :half and language = :language")
                .param("programme", programme)
                .param("half", half.toString())
                .param("language", language)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }
}
