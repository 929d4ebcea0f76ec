package dk.samblik.docs;

import static dk.samblik.docs.Paper.fill;
import static dk.samblik.docs.Paper.setting;

import java.io.IOException;
import java.util.List;

/** The impact assessment (GDPR art. 35), as far as the hub can fill it in: what it does, what may go wrong, what is done about it. */
final class ImpactAssessment {

    private static final String CONSENT = "dk.samblik.consent.ConsentSettings";

    /** What may go wrong for the people, what is done about it, the test that shows it, and the check it belongs to. */
    private record Risk(String what, String done, String tests, String check) {}

    private static final List<Risk> RISKS = List.of(
            new Risk(
                    "Der hentes eller vises noget om en person, der ikke har sagt ja",
                    "samtykkeporten er den eneste vej til et system; rækker om andre kasseres i hukommelsen",
                    "AskedOnlyIT, CanaryIT, StateMachineIT",
                    "C41"),
            new Risk(
                    "Oplysninger bliver liggende, efter at samtykket er trukket tilbage",
                    "oplysningerne hænger på samtykket i databasen og slettes i samme øjeblik; nøglen destrueres, når ingen er tilbage",
                    "RacesIT, WithdrawalTest, KeystoreTest",
                    "C31"),
            new Risk(
                    "En medarbejder slår en husstand op uden grund",
                    "kun husstande i eget område; hvert opslag er logget, før det vises",
                    "SecurityTest, WalkIT",
                    "C2"),
            new Risk(
                    "En samarbejdspartner ser mere end sit eget",
                    "det, rollen ikke må se, er ikke på siden",
                    "SeeingTest, WalkIT",
                    "C3"),
            new Risk(
                    "En beskyttet adresse bliver kendt",
                    "én beskyttet person skjuler adresse, skole, dagtilbud og lejemål for hele husstanden",
                    "MergeTest, WholeNightIT, AcceptanceIT",
                    "C3"),
            new Risk(
                    "To personer forveksles",
                    "der samles kun på CPR-nummer, aldrig på navn; tvivl sættes til side",
                    "PopulationTest, MapperTest",
                    ""),
            new Risk(
                    "Billedet er forkert eller forældet, og det kan ikke ses",
                    "kildens dato vises; et system, der ikke svarer, fjerner intet og bliver mærket; uenighed vises",
                    "SourcesIT, MergeTest, PublishTest",
                    ""),
            new Risk(
                    "Driften eller en, der får fat i databasen, læser med",
                    "indholdet er krypteret, nøglerne ligger et andet sted, og driften ser kun tal og årsager",
                    "CanaryIT, VaultTest, StorageCheckTest",
                    "C38"),
            new Risk(
                    "Opslagsloggen bliver ændret for at skjule et opslag",
                    "kædet log med underskrevne kontrolpunkter et andet sted",
                    "AccessLogTest, CheckpointsTest",
                    "C43"),
            new Risk(
                    "Noget bliver gemt længere, end det må",
                    "en frist for hver tabel; oprydning efter hver nat",
                    "RulesTest, SweepTest",
                    "C21"),
            new Risk(
                    "Et barn eller en ung får ikke den beskyttelse, alderen giver",
                    "alle med forældremyndighed skal samtykke, fra 15 år også den unge; på 18-års dagen ophører forældrenes samtykke",
                    "EntitledGrantorsTest, ConsentGateTest, AcceptanceIT",
                    ""));

    private final Paper paper;

    ImpactAssessment(Paper paper) {
        this.paper = paper;
    }

    String text() throws IOException {
        return """
                # Konsekvensanalyse (artikel 35)

                Til kommunens databeskyttelsesrådgiver. Dannet af bygget ud fra filerne i `mappings/`, samtykkeportens regler, reglerne for
                opbevaring, standardindstillingerne og [de 46 kontroller](../asvs.md). Den beskriver systemet og siger, hvad der er bevist, og
                hvad der ikke er. Vurderingerne er kommunens: **[Udfyldes af kommunen]**.

                """ + description() + necessity() + rights() + risks() + decision();
    }

    private String description() throws IOException {
        return """
                ## 1. Beskrivelse af behandlingen

                Samblik spørger hver nat (`%s`, dansk tid) og på et teammedlems ønske fagsystemerne om de personer, der har samtykket, samler
                svarene til ét billede af husstanden og viser det for teamet. Formål, registrerede, modtagere og frister står i
                [fortegnelsen](fortegnelse.md).

                %s
                - Antal husstande og personer, der ventes omfattet: %s
                - Hvor systemet står, og hvem der driver det: %s
                - Hvorfor en konsekvensanalyse er nødvendig: %s

                """.formatted(
                        paper.documented("samblik.run.nightly"),
                        paper.registersTable(),
                        fill("omfang"),
                        fill("drift"),
                        fill("kommunens vurdering efter artikel 35, stk. 1 og 3"));
    }

    private String necessity() throws IOException {
        return """
                ## 2. Nødvendighed og proportionalitet

                Hvert felt, der læses, har en begrundelse i filerne i `mappings/`; et felt uden standser bygget. Det, systemerne også har, og som
                Samblik lader ligge:

                %s
                Ingen fritekst og ingen beløb for ydelser hentes. Hvor langt tilbage der læses, står i hvert samtykke.

                Der spørges ikke om en person i disse tilfælde:

                %s
                Og ikke om nogen i husstanden i disse:

                %s
                En voksen, der flytter ind, lukker husstanden efter %s, hvis ingen har spurgt. Efter den unges 15-års dag rækker
                forældrenes samtykke alene i %s.

                Kommunens vurdering af, om mindre kunne gøre det: %s

                """.formatted(
                        paper.leftAlone(),
                        paper.gateRules("dk.samblik.consent.PersonRule"),
                        paper.gateRules("dk.samblik.consent.HouseholdRule"),
                        setting(CONSENT, "newAdultGrace"),
                        setting(CONSENT, "graceAtFifteen"),
                        fill("nødvendighed og proportionalitet"));
    }

    private String rights() throws IOException {
        return """
                ## 3. De registreredes rettigheder

                - **At trække samtykket tilbage**, helt eller for et område, en oplysningstype eller en modtager: virker straks.
                - **At se, hvem der har slået op, at få en kopi og at blive slettet** med én kommando: kontrol %s, se
                  [tabellen](../asvs.md).
                - **At få noget rettet** sker i fagsystemet; Samblik viser rettelsen ved næste hentning. Er systemerne uenige, vises begge.
                - **At vide besked**: den tekst, husstanden får, og hvornår: %s
                - De registreredes synspunkter (artikel 35, stk. 9): %s

                """.formatted(
                paper.state("C46"), fill("oplysningspligten, artikel 13 og 14"), fill("hvem der er hørt, og svaret"));
    }

    private String risks() throws IOException {
        StringBuilder table = new StringBuilder("""
                ## 4. Risici for de registrerede

                Sandsynlighed og konsekvens efter foranstaltningerne afhænger af kommunens forhold og er kommunens at vurdere. Prøverne kører i
                hvert byg; hvor ofte noget er forsøgt, står i [reliability](../reliability.md) (på engelsk).

                | Hvad kan ske | Hvad er gjort | Prøve | Kontrol | Sandsynlighed | Konsekvens |
                |---|---|---|---|---|---|
                """);
        for (Risk risk : RISKS) {
            table.append("| %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            risk.what(),
                            risk.done(),
                            risk.tests(),
                            risk.check().isEmpty() ? "" : paper.state(risk.check()),
                            fill("sandsynlighed"),
                            fill("konsekvens")));
        }
        return table + """

                En kontrol, der er åben, er bevist for en del; [tabellen](../asvs.md) siger, hvad der mangler. Af de 46 er %d bevist og %d
                åbne.

                Det, Samblik ikke kan hindre: at nogen læser op, skriver af eller tager et billede af skærmen; at et udskrevet ark bliver
                væk; at en sagsbehandler skriver noget i et felt, hvor det ikke hører til. Risici ved drift, arbejdsgange og bygninger: %s

                """.formatted(paper.checks("holds"), paper.checks("open"), fill("kommunens egne risici"));
    }

    private static String decision() {
        return """
                ## 5. Afgørelse

                - Risikoen, der er tilbage: %s
                - Databeskyttelsesrådgiverens udtalelse (artikel 35, stk. 2): %s
                - Er forudgående høring af tilsynet nødvendig (artikel 36): %s
                - Hvem der har besluttet, hvornår, og hvornår analysen tages op igen: %s
                """.formatted(
                fill("restrisiko"), fill("udtalelse"), fill("ja eller nej, og hvorfor"), fill("beslutning og dato"));
    }
}
