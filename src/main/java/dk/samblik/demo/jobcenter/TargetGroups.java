package dk.samblik.demo.jobcenter;

import dk.samblik.demo.people.Dice;
import java.util.List;
import java.util.Map;

/** Target groups with the vendor's text, and the benefit that usually goes with one. */
final class TargetGroups {

    private static final List<String> CODES = List.of(
            "6.1", "6.2", "6.2", "6.2", "6.3", "6.3", "6.3", "6.3", "6.4", "6.5", "6.6", "6.6", "6.7", "6.8", "6.9",
            "6.10", "6.11", "6.13");
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("6.1", "Dagpengemodtager"),
            Map.entry("6.2", "Jobparat kontanthjælpsmodtager"),
            Map.entry("6.3", "Aktivitetsparat kontanthjælpsmodtager"),
            Map.entry("6.4", "Uddannelsesparat under 30"),
            Map.entry("6.5", "Aktivitetsparat under 30"),
            Map.entry("6.6", "Sygedagpengemodtager"),
            Map.entry("6.7", "Jobafklaringsforløb"),
            Map.entry("6.8", "Ressourceforløb"),
            Map.entry("6.9", "Fleksjob eller ledighedsydelse"),
            Map.entry("6.10", "Revalidering"),
            Map.entry("6.11", "Førtidspensionist"),
            Map.entry("6.12", "Under 18"),
            Map.entry("6.13", "Selvforsørgende"));
    private static final Map<String, String> BENEFITS = Map.of(
            "6.1", "Dagpenge",
            "6.6", "Sygedagpenge",
            "6.7", "Ressourceforløbsydelse, jobafklaring",
            "6.8", "Ressourceforløbsydelse, ressourceforløb",
            "6.9", "Fleksløntilskud",
            "6.10", "Revalideringsydelse",
            "6.11", "Førtidspension");

    private TargetGroups() {}

    static String pick(int age, Dice dice) {
        if (age < 18) {
            return "6.12";
        }
        String code = dice.pick(CODES);
        boolean young = code.equals("6.4") || code.equals("6.5");
        return young && age >= 30 ? "6.3" : code;
    }

    static String text(String code) {
        return TEXTS.getOrDefault(code, "");
    }

    static String category(String code, Dice dice) {
        return switch (code) {
            case "6.2" -> "Jobparat";
            case "6.3", "6.5" -> "Aktivitetsparat";
            case "6.4" -> "Uddannelsesparat";
            default -> dice.chance(0.3) ? "Ikke visiteret" : "";
        };
    }

    /** The benefit, or empty for those who have none. */
    static String benefit(String code) {
        return code.equals("6.12") || code.equals("6.13") ? "" : BENEFITS.getOrDefault(code, "Kontanthjælp");
    }
}
