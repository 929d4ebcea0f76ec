package dk.samblik.team;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.household.CivilClock;
import dk.samblik.run.Run;
import dk.samblik.view.Kept;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Earlier versions and timelines in words. */
class VersionsScreenTest {

    private static final List<Kept> KEPT = List.of(
            new Kept(Families.whole(), new Kept.Made(Run.Kind.NIGHTLY, null)),
            new Kept(Families.earlier(), new Kept.Made(Run.Kind.REFRESH, "TEAM")));

    private final VersionsScreen screen = new VersionsScreen(Families.whole(), KEPT, Seeing.ALL, danish());

    static Words danish() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Words(
                messages, Locale.forLanguageTag("da"), new CivilClock(Clock.fixed(Families.NOW, ZoneOffset.UTC)));
    }

    @Test
    void eachVersionSaysWhatMadeItAndHowMuchItChanged() {
        assertThat(screen.rows())
                .extracting(VersionsScreen.Row::made)
                .containsExactly("Natkørsel. Samtykke ændret", "Hentning, startet af teammedlem");
        assertThat(screen.rows())
                .extracting(VersionsScreen.Row::changes)
                .containsExactly("12 ændringer", "Den ældste, vi har");
    }

    @Test
    void theDifferenceIsToldInTheSentencesOfChangesWithWhatConsentTookOut() {
        VersionsScreen.Difference difference = screen.difference(35, 38);

        assertThat(difference.changes())
                .contains("Børn og unge: ny indsats Familiebehandling (Yusuf), 12. jan. 2026")
                .doesNotHaveDuplicates();
        assertThat(difference.lapsed())
                .containsExactly("Samtykket fra Karim til Social gælder ikke længere, som det gjorde."
                        + " Det, det gav lov til, er fjernet.");
        assertThat(screen.difference(34, 38)).as("34 is not kept").isNull();
    }

    @Test
    void whoeverSeesLessIsToldNoChangeOfTheRest() {
        Seeing housing = Gallery.Pages.housing(Families.whole(), false);

        assertThat(new VersionsScreen(Families.whole(), KEPT, housing, danish())
                        .difference(35, 38)
                        .changes())
                .allMatch(change -> change.startsWith("Bolig: ") || change.contains("samtykke"));
    }

    @Test
    void aTimelineIsFilteredByWhatIsOfferedAndNamesNobodyInItsAddress() {
        TimelineScreen one = timeline(new TimelineFilters("employment", "2", "contacts"));

        assertThat(one.moments()).hasSize(2);
        assertThat(one.shown()).isEqualTo("2 af 17 begivenheder, nyeste først");
        assertThat(one.chosen())
                .extracting(TimelineScreen.Chosen::text)
                .containsExactly("Beskæftigelse", "Amina", "Aftaler og frister");
        assertThat(one.chosen().get(0).without()).endsWith("/tidslinje?person=2&art=contacts");
        assertThat(timeline(new TimelineFilters("drop table", "99", "")).moments())
                .as("a value that is not offered chooses nothing")
                .hasSize(17);
    }

    private static TimelineScreen timeline(TimelineFilters filters) {
        return new TimelineScreen(Families.whole(), filters, new People(Families.whole(), danish()), danish());
    }

    @Test
    void aReportTellsASourceItsOwnValueAndNotTheOthers() {
        PageFrame frame = PageFrame.of(Gallery.SETTINGS, Gallery.MAJA, false, "/");
        DisagreementsScreen told =
                new DisagreementsScreen(Families.whole(), frame, new People(Families.whole(), danish()), danish());

        DisagreementsScreen.Told housing = told.items().get(0).values().get(1);
        assertThat(housing.contact()).isEqualTo("Karen Test, 12 34 56 71");
        assertThat(housing.report())
                .contains("Til Bolig", "Karim Testesen", "Eksempelvej 1")
                .doesNotContain("Prøvevej")
                .doesNotContainPattern("[0-9]{6}-?[0-9]{4}");
    }

    @Test
    void aReportIsNotOfferedWhereSomebodyIsProtected() {
        PageFrame frame = PageFrame.of(Gallery.SETTINGS, Gallery.MAJA, false, "/");
        DisagreementsScreen told =
                new DisagreementsScreen(Families.hidden(), frame, new People(Families.hidden(), danish()), danish());

        assertThat(told.items()).isNotEmpty().allSatisfy(item -> {
            assertThat(item.hidden()).isTrue();
            assertThat(item.values()).isEmpty();
        });
    }
}
