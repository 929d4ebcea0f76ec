package dk.samblik.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.RequestEntity;

/** The exact Danish sentence that a page of the team shows in each situation that must not be misread. */
@SpringBootTest(classes = Gallery.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SituationsTest {

    private static final Pattern TAGS = Pattern.compile("<[^>]*>");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    @Autowired
    private TestRestTemplate http;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                source down, something kept   | husstand/hel         | Social har ikke svaret siden i går kl. 05.04. Vi viser det, vi hentede 10. mar. 2026 kl. 05.05.
                source down, nothing ever     | husstand/svarer-ikke | Beskæftigelse svarer ikke, og vi har ikke hentet noget herfra før. Ring til forvaltningen.
                partial consent, the register | husstand/tynd        | Vi spørger ikke dette register. Det siger intet om, hvorvidt der er en sag.
                partial consent, the members  | husstand/hel         | Ikke omfattet af samtykket: Lea og Yusuf.
                partial consent, one adult    | husstand/hel         | 1 voksen deltager ikke.
                disagreement on address       | husstand/hel         | Registrene er uenige om, hvor Karim bor.
                disagreement, what is shown   | husstand/hel         | CPR: Prøvevej 9, 8800 Viborg (12. mar. 2026)
                clash                         | husstand/unge        | Flere aftaler på samme tid 16. marts 2026.
                clash, in the calendar        | husstand/hel         | Jobsamtale samme tid
                protected address             | husstand/beskyttet   | Må ikke siges højt, vises for andre eller udskrives.
                protected, registers differ   | husstand-faner/uenigheder-beskyttet | Registrene har forskellige adresser.
                child turning 15              | husstand/boern       | Yusuf fylder 15 år 2. april 2026. Fra den dag skal Yusuf selv sige ja sammen med dem, der har forældremyndigheden.
                nothing found                 | husstand/tynd        | Beskæftigelse svarede og har ingen oplysninger om dem, samtykket gælder for. Vi har set efter siden 12. marts 2025.
                quarantined value             | husstand/karantaene  | 1 oplysning fra Beskæftigelse kunne ikke læses. It-driften er i gang.
                left                          | husstand/afsluttet   | Forløbet sluttede 10. mar. 2026
                left, nothing ever fetched    | tom/left             | Der blev ikke hentet oplysninger om husstanden, og vi henter ingen nu.
                not fetched yet               | tom/waiting          | Samtykket er registreret. Vi henter oplysninger første gang i nat, eller når du henter dem nu.
                left, until it is deleted     | husstand/afsluttet   | Vi henter ikke flere oplysninger, og siden kan kun læses. Oplysningerne er fra før forløbet sluttede. De bliver slettet 10. apr. 2026.
                withdrawn                     | husstand/tynd        | Samtykket blev trukket tilbage 4. marts 2026. Oplysningerne er fjernet, og vi henter ikke flere.
                other role                    | husstand/boligforening | Din rolle giver ikke adgang til denne del. Tovholderen kan se den.
                being fetched                 | husstand/hentes      | Henter fra Beskæftigelse. De viste oplysninger er fra i dag kl. 05.04.
                no children                   | husstand/pension     | Ikke relevant: der er ingen børn under 18 år, der deltager.
                pension                       | husstand/pension     | Ikke relevant for Amina, der får førtidspension.
                no fixed abode                | husstand/pension     | Uden fast bopæl i Folkeregisteret
                nothing of a silent source    | husstand/svarer-ikke | Forsørgelse Ikke hentet: kilden har ikke svaret endnu.
                nothing of one not asked      | husstand/boern       | Boligen Ikke omfattet af samtykket. Det siger intet om, hvorvidt der er noget.
                nothing of one that answered  | husstand/boern       | Kilderne har ingen indsatser til dem, samtykket gælder for.
                cared for at home             | husstand/boern       | Lea passes hjemme: Børn og unge har ingen plads i dagtilbud til Lea.
                one fact missing              | husstand/hel         | Ikke oplyst af Social
                nobody to call                | husstand/karantaene  | Kontaktperson: ikke oplyst af Beskæftigelse.
                where a law comes from        | husstand/hel         | Felter i indsats: Slags: type_kode; Lov: paragraf, lov; Gyldig fra: start.
                where a name comes from       | husstand/hel         | Felter i CPR-udtrækket: fødselsdato (record 001), adresse (002 og 003), beskyttelse (004), navn (008).
                a paragraph explained         | husstand/hel         | Serviceloven, om hjælp og støtte: socialpædagogisk støtte i hverdagen
                a word explained              | husstand/hel         | Møde med familien og dem omkring den, både private og fagfolk.
                an earlier version            | husstand-faner/tidligere-trukket | Dette er visning nr. 35 fra 9. mar. 2026 kl. 05.12. Den gælder ikke længere.
                """)
    void theSentenceIsOnThePage(String situation, String page, String sentence) {
        assertThat(read(page)).as(situation).contains(sentence);
    }

    @Test
    void nothingIsFetchedOrChangedOfWhoHasLeft() {
        assertThat(read("husstand/hel"))
                .contains("Hent nye oplysninger", "Klargør møde", "Skift dato", "Læs dette først");
        assertThat(read("husstand/afsluttet"))
                .contains("Udskrift til borgermøde")
                .doesNotContain("Hent nye oplysninger", "Klargør møde", "Skift", "Skriv eller ret", "Ikke alle");
    }

    /** What is read on a page, with its spaces as a browser shows them. */
    private String read(String page) {
        String html = http.exchange(
                        RequestEntity.get("/galleri/" + page)
                                .header("Accept-Language", "da")
                                .build(),
                        String.class)
                .getBody();
        String text = TAGS.matcher(String.valueOf(html)).replaceAll("");
        return SPACES.matcher(text).replaceAll(" ");
    }
}
