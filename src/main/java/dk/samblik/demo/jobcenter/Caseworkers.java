package dk.samblik.demo.jobcenter;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The staff of the job centre. Some initials on rows belong to people who have left and are on no list. */
final class Caseworkers {

    static final List<String> UNITS = List.of(
            "Jobcenter Fjordsted Øst",
            "Jobcenter Fjordsted Vest",
            "Jobcenter Fjordsted Unge",
            "Team Sygedagpenge – Øst",
            "Ydelseskontoret");
    private static final List<String> TITLES =
            List.of("Beskæftigelsesrådgiver", "Sygedagpengerådgiver", "Jobkonsulent", "Virksomhedskonsulent", "");

    private final List<Caseworker> staff = new ArrayList<>();

    Caseworkers(Names names, Dice dice) {
        Set<String> taken = new HashSet<>();
        while (staff.size() < 60) {
            String name = names.staff(dice);
            String initials = initials(name);
            if (taken.add(initials)) {
                String phone = dice.chance(0.8) ? "99 00 12 " + dice.between(10, 99) : "";
                String active = dice.chance(0.95) ? "J" : "N";
                staff.add(new Caseworker(initials, name, dice.pick(TITLES), phone, dice.pick(UNITS), active));
            }
        }
    }

    /** One on the list; {@code name} empty for one who has left. */
    record Caseworker(String initials, String name, String title, String phone, String unit, String active) {}

    List<Caseworker> all() {
        return List.copyOf(staff);
    }

    /** Somebody for a row: four in a hundred have left. */
    Caseworker forRow(Dice dice) {
        Caseworker one = dice.pick(staff);
        if (!dice.chance(0.04)) {
            return one;
        }
        return new Caseworker("Z" + one.initials().substring(1) + "9", "", "", "", one.unit(), "N");
    }

    void write(Sheet sheet) {
        for (Caseworker one : staff) {
            String mail = one.initials().toLowerCase(Locale.ROOT) + "@fjordsted.example";
            sheet.addForeign(
                    Table.SAGSBEHANDLER,
                    one.initials(),
                    one.name(),
                    one.title(),
                    one.phone(),
                    mail,
                    one.unit(),
                    one.active());
        }
    }

    private static String initials(String name) {
        String ascii = name.replaceAll("[^A-Za-z ]", "X").toUpperCase(Locale.ROOT);
        int space = ascii.indexOf(' ');
        return ascii.charAt(0) + ascii.substring(space + 1, Math.min(ascii.length(), space + 4));
    }
}
