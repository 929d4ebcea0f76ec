package dk.samblik.campaign.canary;

import dk.samblik.campaign.canary.Markers.Letters;
import java.util.Map;
import java.util.Set;

/** What is known of a delivered table: whose register, its columns that are never read, and the texts that pages show. */
record MarkedRules(
        String register, String source, String table, Set<String> never, Set<String> shown, Letters letters) {

    private static final Map<String, Set<String>> NEVER = Map.of(
            "SAG", Set.of("SAGSTITEL"),
            "BORGER", Set.of("NAVN", "KOMMUNEKODE", "MAALGRUPPE_TEKST"),
            "YDELSE", Set.of("BELOEB", "ENHED", "UDBETALINGSKOMMUNE"),
            "AKTIVITET", Set.of("CVR"),
            "FRAVAER", Set.of("FRAVAERSTYPE"),
            "LOENTIMER", Set.of("KILDE"),
            "LEJEMAAL", Set.of("LEJER1_NAVN", "LEJER2_NAVN", "HUSLEJE_MD", "ANTAL_PERSONER", "KOMMUNAL_ANVIST"));
    private static final Map<String, Set<String>> SHOWN = Map.of(
            "SAG", Set.of("SAGSNR", "ENHED"),
            "BORGER", Set.of("TEAM"),
            "KONTAKT", Set.of("STED"),
            "AKTIVITET", Set.of("VIRKSOMHED"),
            "UDDANNELSE", Set.of("UDDANNELSE"),
            "LEJEMAAL", Set.of("LEJEMAAL", "BOLIGSOCIAL_KONTAKT"));

    static MarkedRules of(String register, String source, String table, Letters letters) {
        return new MarkedRules(
                register,
                source,
                table,
                NEVER.getOrDefault(table, Set.of()),
                SHOWN.getOrDefault(table, Set.of()),
                letters);
    }
}
