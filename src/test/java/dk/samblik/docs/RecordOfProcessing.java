package dk.samblik.docs;

import static dk.samblik.docs.Paper.fill;
import static dk.samblik.docs.Paper.setting;

import java.io.IOException;

/** The record of processing activities (GDPR art. 30), as far as the hub can fill it in. */
final class RecordOfProcessing {

    private static final String CONSENT = "dk.samblik.consent.ConsentSettings";
    private static final String DRAW = "dk.samblik.draw.DrawSettings";
    private static final String CHECKPOINTS = "dk.samblik.access.CheckpointSettings";

    private final Paper paper;

    RecordOfProcessing(Paper paper) {
        this.paper = paper;
    }

    String text() throws IOException {
        return """
                # Fortegnelse over behandlingsaktiviteten (artikel 30)

                Til kommunens databeskyttelsesrådgiver. Dannet af bygget ud fra filerne i `mappings/`, reglerne for samtykke og opbevaring,
                standardindstillingerne og [de 46 kontroller](../asvs.md). Ret dem, ikke denne fil. Det, kun kommunen kan svare på, er
                mærket **[Udfyldes af kommunen]**; kopiér teksten over i kommunens egen fortegnelse og udfyld dér. Har kommunen ændret en
                indstilling, gælder kommunens tal, ikke dem her.

                """ + whoAndWhy() + people() + information() + recipients() + ends() + measures();
    }

    private static String whoAndWhy() {
        return """
                ## 1. Dataansvarlig

                - Navn, adresse, CVR-nummer og kontakt: %s
                - Databeskyttelsesrådgiver: %s
                - Fælles dataansvar, for eksempel med boligorganisationen: %s

                ## 2. Formål

                - At give det fremskudte team ét samlet overblik over, hvad forvaltningerne gør for en husstand, der har sagt ja, før et møde
                  med den. Opslag i fagsystemerne logges med formålet `%s`.
                - At afgøre, hvem der hører til husstanden, og hvem der skal samtykke. Opslag i folkeregistret logges med formålet `%s` og
                  hviler ikke på samtykket.
                - At følge, hvad indsatsen fører til, i tal uden navne ([effekt](effekt.md)). Opslag i det, der allerede er hentet, logges med
                  formålet `effect`; registrene spørges ikke. Tallene gemmes under egne pseudonymer, og intet om færre end grænsen frigives.
                  Trivsel (WHO-5) spørges der kun om under sin egen oplysningstype i samtykket.
                - At trække husstande, der skal inviteres, ved lod (formål for sig). Opslag logges med formålet `%s` og hviler ikke på
                  samtykket. Folkeregistret siger, hvem der bor hvor; fagsystemerne siger kun, om en person har en åben sag. De, der ikke
                  bliver trukket, gemmes ikke. Navn og adresse læses, når udtrækket er låst af to, og kun på de udtrukne.
                - At spørge husstande, der er trukket eller henvist, om de vil deltage, og notere svaret. Det sker før samtykket og hviler ikke
                  på det: der behandles navn, adresse og svar, aldrig hvilken forvaltning der kender husstanden. Opslag logges med formålet
                  `contact`.
                - Retsgrundlag for hvert af formålene, nationalt og efter artikel 6 og 9: %s. Hvert samtykke bærer grundlaget som koder,
                  som kommunen vælger; Samblik foreslår ingen.

                Samtykket er en betingelse for at hente og vise, uanset hvilket retsgrundlag kommunen vælger. Samblik træffer ingen afgørelser,
                skriver ikke til fagsystemerne og beregner ingen risiko for nogen.

                """.formatted(
                        fill("dataansvarlig"),
                        fill("navn og kontakt"),
                        fill("ja eller nej, og aftalen"),
                        setting(CONSENT, "purpose"),
                        setting(CONSENT, "populationPurpose"),
                        setting(DRAW, "purpose"),
                        fill("retsgrundlag"));
    }

    private static String people() {
        return """
                ## 3. Kategorier af registrerede

                - Medlemmer af husstande, der deltager: voksne, unge og børn.
                - Husstande, der er trukket eller henvist: den, brevet sendes til, med navn, adresse og svar, til kontakten er slut og
                  indsatsens frist er gået; derefter kun et nøglet hash.
                - Medlemmer, der har sagt nej, eller som ikke er en del af projektet: at de er spurgt, aldrig oplysninger om dem. På siderne
                  tælles de og nævnes ikke.
                - Forældremyndighedsindehavere og værger uden for husstanden: at og hvornår de har samtykket.
                - Husstande i et programs områder, når der trækkes lod: antal, aldrig hvem. De udtrukne: navn, adresse og svar på invitationen.
                - Voksne på husstandens adresse: slås op i folkeregistret for at se, om nogen ikke er spurgt.
                - Sagsbehandlere i fagsystemerne: navn, titel og telefon, hvis samtykket omfatter dem.
                - Medarbejdere i teamene og driften: navn, rolle, team, og hvad de har slået op.

                """;
    }

    private String information() throws IOException {
        return """
                ## 4. Kategorier af oplysninger

                %s
                Samtykket kan desuden nævne %s; det læses ikke fra noget system i dag. Felt for felt, med begrundelse, står det i
                [registers](../registers.md) (på engelsk). Fra folkeregistret læses navn, fødselsdato, status, adresse, beskyttelse, tidligere
                numre, forældre, ægtefælle, forældremyndighed og værgemål.

                Sager og indsatser, der hviler på %s, kasseres, før noget gemmes. Indsatser, der hviler på %s, tælles; hvad de er, gemmes og vises
                ikke.

                Følsomme oplysninger (artikel 9) og oplysninger om strafbare forhold (artikel 10) blandt de ovenstående: %s

                """.formatted(
                        paper.registersTable(),
                        paper.kindsNobodyGives(),
                        paper.hidden("drop"),
                        paper.hidden("anonymous"),
                        fill("kommunens vurdering"));
    }

    private String recipients() {
        return """
                ## 5. Modtagere

                %s
                Et samtykke siger, hvilke modtagere der må se hvad. Samblik sender ingen oplysninger ud af sig selv og henter intet hos andre end
                de systemer, der er nævnt ovenfor, og kommunens login.

                - Databehandlere (drift, hosting, support): %s
                - Overførsel til tredjelande: Samblik overfører intet. Driften: %s

                """.formatted(paper.roles(), fill("navne og databehandleraftaler"), fill("ja eller nej, og grundlaget"));
    }

    private String ends() {
        return """
                ## 6. Slettefrister

                %s
                Fristerne kan forkortes i konfigurationen; de kan kun forlænges med en begrundelse, der står samme sted. Mere i
                [opbevaring](opbevaring.md).

                """.formatted(paper.retentionTable());
    }

    private String measures() throws IOException {
        return """
                ## 7. Sikkerhedsforanstaltninger

                - Intet spørges, før samtykket gælder for netop den person og det område; databasen selv nægter at gemme oplysninger uden.
                - Oplysninger om husstande ligger krypteret, en nøgle for hver husstand; dokumenterne om samtykke med en nøgle for sig. Nøglerne
                  ligger uden for databasen.
                - Hvert opslag er gemt i opslagsloggen, før noget vises. Loggen er kædet og underskrives et andet sted; er det sted ude i %s,
                  vises ingen personer. Se [opslagslog](opslagslog.md).
                - Medarbejdere logger på med kommunens login; hvad de må, slås op ved hver side.
                - Driften arbejder uden at se personer.

                Foranstaltningerne er målt mod 46 kontroller: %d er bevist af navngivne prøver, %d er åbne, %d er ikke relevante.
                [Tabellen](../asvs.md) siger hvilke. Organisatoriske foranstaltninger: %s
                """.formatted(
                        setting(CHECKPOINTS, "stopAfter"),
                        paper.checks("holds"),
                        paper.checks("open"),
                        paper.checks("not relevant"),
                        fill("instruks, oplæring, kontrol af loggen"));
    }
}
