package dk.samblik.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The demo's users: in each area a coordinator, a municipal member and one of the housing association; a desk; IT; a
 * data steward; those who see figures; those who draw; and the data protection officer.
 */
final class TeamsJson {

    private static final String MUNICIPALITY = "Fjordsted Kommune";
    private static final String HOUSING = "Fjordsted Boligforening";

    private TeamsJson() {}

    static List<Map<String, @Nullable Object>> all() {
        return List.of(
                team(
                        "Lærkevænget",
                        user("maja", "Maja Test", "COORDINATOR", MUNICIPALITY, "Tovholder"),
                        user("jens", "Jens Test", "TEAM", MUNICIPALITY, "Jobkonsulent"),
                        user("dorte", "Dorte Test", "DESK", MUNICIPALITY, "Samtykkeskranken"),
                        user("kaj", "Kaj Test", "CONTACT", MUNICIPALITY, "Kontaktmedarbejder"),
                        user("sanne", "Sanne Test", "TEAM", HOUSING, "Boligsocial medarbejder")),
                team(
                        "Mosebakken",
                        user("birk", "Birk Test", "COORDINATOR", MUNICIPALITY, "Tovholder"),
                        user("lone", "Lone Test", "TEAM", MUNICIPALITY, "Familierådgiver"),
                        user("per", "Per Test", "TEAM", HOUSING, "Boligsocial medarbejder")),
                team(
                        "Skovparken",
                        user("nina", "Nina Test", "COORDINATOR", MUNICIPALITY, "Kontaktperson"),
                        user("kit", "Kit Test", "CONTACT", MUNICIPALITY, "Kontaktmedarbejder"),
                        user("omar", "Omar Test", "TEAM", MUNICIPALITY, "Socialrådgiver"),
                        user("ditte", "Ditte Test", "TEAM", HOUSING, "Boligsocial medarbejder")),
                alone("It-drift", user("it", "Iben Test", "IT", MUNICIPALITY, "Driftskonsulent")),
                alone("Databeskyttelse", user("dagny", "Dagny Test", "DPO", MUNICIPALITY, "Databeskyttelsesrådgiver")),
                alone("Ledelse", user("lise", "Lise Test", "LEADER", MUNICIPALITY, "Centerleder")),
                alone("Evaluering", user("eva", "Eva Test", "EVALUATOR", MUNICIPALITY, "Evaluator")),
                alone("Datakvalitet", user("stine", "Stine Test", "STEWARD", MUNICIPALITY, "Datakvalitet")),
                alone("Udtræk", user("ulla", "Ulla Test", "DRAW_OFFICER", MUNICIPALITY, "Udtræksansvarlig")),
                alone("Godkendelse", user("gorm", "Gorm Test", "DRAW_APPROVER", MUNICIPALITY, "Chefkonsulent")));
    }

    /** The subject of an area's coordinator. */
    static String coordinatorOf(String area) {
        return switch (area) {
            case "Lærkevænget" -> "maja";
            case "Mosebakken" -> "birk";
            default -> "nina";
        };
    }

    /** A team of one that follows no area. */
    private static Map<String, @Nullable Object> alone(String name, Map<String, String> member) {
        Map<String, @Nullable Object> team = new LinkedHashMap<>();
        team.put("team", name);
        team.put("area", "");
        team.put("members", List.of(member));
        return team;
    }

    @SafeVarargs
    private static Map<String, @Nullable Object> team(String area, Map<String, String>... members) {
        Map<String, @Nullable Object> team = new LinkedHashMap<>();
        team.put("team", "Team " + area);
        team.put("area", area);
        team.put("members", List.of(members));
        return team;
    }

    private static Map<String, String> user(
            String subject, String name, String role, String organisation, String title) {
        Map<String, String> user = new LinkedHashMap<>();
        user.put("subject", subject);
        user.put("name", name);
        user.put("role", role);
        user.put("organisation", organisation);
        user.put("title", title);
        return user;
    }
}
