package dk.samblik.demo.bu;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Units and staff. One in eight has left; a few ids on cases point at nobody. */
final class Offices {

    private static final List<String> UNITS = List.of(
            "Familieafdelingen Øst", "Familieafdelingen Vest", "Team Tidlig indsats", "Team Handicap", "Ungeteamet");

    private final List<Worker> workers = new ArrayList<>();

    Offices(Names names, Dice dice) {
        for (int id = 501; id < 545; id++) {
            workers.add(new Worker(id, names.staff(dice), dice.chance(0.88) ? "true" : "false"));
        }
    }

    private record Worker(int id, String name, String active) {}

    /** What a case says of its office: ids as written, and what of them a reader must see. */
    record Office(int unitId, String unit, String workerId, String shownWorker) {}

    Office pick(Dice dice) {
        int unit = dice.below(UNITS.size());
        int fate = dice.below(100);
        if (fate < 6) {
            return new Office(11 + unit, UNITS.get(unit), fate < 3 ? "" : "999", "");
        }
        Worker worker = dice.pick(workers);
        String shown = worker.active().equals("true") ? worker.name() : "";
        return new Office(11 + unit, UNITS.get(unit), String.valueOf(worker.id()), shown);
    }

    void write(Book book, Dice dice) {
        book.write(BuTable.ORGENHED, 1, "Børn og Unge", "");
        for (int i = 0; i < UNITS.size(); i++) {
            book.write(BuTable.ORGENHED, 11 + i, UNITS.get(i), 1);
        }
        for (Worker worker : workers) {
            String mail = "bu" + worker.id() + "@fjordsted.example";
            String title = dice.any("Socialrådgiver", "Familiekonsulent", "");
            String phone = String.format(Locale.ROOT, "99 00 22 %02d", worker.id() - 500);
            book.write(BuTable.BEHANDLER, worker.id(), worker.name(), title, phone, mail, worker.active());
        }
    }
}
