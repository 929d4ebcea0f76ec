package dk.samblik.demo.jobcenter;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Seen;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** JC_SAG of a client: open, closed, closed long ago, and the quirks of closing. */
final class CaseRows {

    private static final List<String> SUBJECTS =
            List.of("15.20.20", "15.20.20", "15.17.06", "15.18.05", "15.20.24", "15.20.36", "15.18.20", "32.24.04");
    private static final List<String> TITLES = List.of(
            "Kontaktforløb", "Opfølgning", "Praktik; afbrudt", "Samtale \"tre mod en\"", "Afklaring –\r\nse notat", "");
    private static final List<String> OPEN = List.of("Opstået", "Oplyst", "Afgjort", "Passiv");

    private final Sheet sheet;
    private final Caseworkers caseworkers;
    private int running = 600;

    CaseRows(Sheet sheet, Caseworkers caseworkers) {
        this.sheet = sheet;
        this.caseworkers = caseworkers;
    }

    /** What a case row says before it is written. */
    private record Draft(
            String status, LocalDate opened, @Nullable LocalDate closed, Fate fate) {}

    void plant(Client client) {
        Draft first = new Draft(client.dice().pick(OPEN), client.since(), null, Fate.MAPPED);
        write(client, first);
        int more = client.dice().below(3);
        for (int i = 0; i < more; i++) {
            write(client, draft(client));
        }
    }

    private static Draft draft(Client client) {
        Dice dice = client.dice();
        int kind = dice.below(1000);
        if (kind < 20) {
            LocalDate opened = client.daysAgo(20, 1400);
            return new Draft("Afsluttet", opened, null, opened.isBefore(client.back()) ? Fate.FILTERED : Fate.MAPPED);
        }
        if (kind < 32) {
            LocalDate closed = client.daysAgo(70, 150);
            return new Draft("Afsluttet", closed.plusDays(dice.between(1, 60)), closed, Fate.END_BEFORE_START);
        }
        if (kind < 450) {
            return new Draft(dice.pick(OPEN), client.daysAgo(10, 1500), null, Fate.MAPPED);
        }
        LocalDate closed = client.daysAgo(3, 1000);
        return new Draft(
                "Afsluttet",
                closed.minusDays(dice.between(20, 900)),
                closed,
                closed.isBefore(client.back()) ? Fate.FILTERED : Fate.MAPPED);
    }

    private void write(Client client, Draft draft) {
        Dice dice = client.dice();
        String number = String.format(Locale.ROOT, "JC-%d-%06d", draft.opened().getYear(), running++);
        String subject = dice.chance(0.03) ? "" : dice.chance(0.01) ? "15.99.40" : dice.pick(SUBJECTS);
        if (draft.fate().equals(Fate.MAPPED) && dice.chance(0.006)) {
            row(client, new Draft(draft.status(), draft.opened(), draft.closed(), Fate.DUPLICATE), number, subject);
        }
        row(client, draft, number, subject);
    }

    private void row(Client client, Draft draft, String number, String subject) {
        Dice dice = client.dice();
        Caseworkers.Caseworker worker = caseworkers.forRow(dice);
        boolean secret = draft.fate().equals(Fate.MAPPED) && dice.chance(0.01);
        boolean nobody = dice.chance(0.05);
        Seen seen = Seen.of(client.id(), "case", "jobcenter", client.name(), number, subject)
                .and(draft.status().equals("Afsluttet") ? "CLOSED" : "OPEN", draft.opened(), draft.closed())
                .and(worker.unit(), nobody ? "" : worker.name());
        sheet.add(
                client,
                Table.SAG,
                secret ? Fate.FILTERED : draft.fate(),
                List.of(seen),
                number,
                client.cpr(),
                subject.isEmpty() || dice.chance(0.8) ? subject : subject + dice.any("-G01", "-A00"),
                draft.status(),
                Sheet.date(draft.opened()),
                Sheet.date(draft.closed()),
                secret ? 4 : dice.between(1, 3),
                title(dice),
                worker.unit(),
                nobody ? "" : worker.initials());
    }

    // Free text; half a per cent with a semicolon, two in a thousand with a line break.
    private static String title(Dice dice) {
        int kind = dice.below(1000);
        if (kind < 2) {
            return TITLES.get(4);
        }
        if (kind < 7) {
            return TITLES.get(2);
        }
        return kind < 12 ? TITLES.get(3) : dice.any(TITLES.get(0), TITLES.get(1), TITLES.get(5));
    }
}
