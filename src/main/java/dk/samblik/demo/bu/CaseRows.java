package dk.samblik.demo.bu;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.plan.Seen;
import dk.samblik.demo.plan.Setting;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** bu.sag and bu.sag_part. */
final class CaseRows {

    private static final List<String> KINDS =
            List.of("UNDERSOEGELSE", "STOETTE", "STOETTE", "STOETTE", "HANDICAP", "RAADGIVNING");

    /** From here on cases carry the padlock and numbers of group 34. */
    private static final LocalDate PADLOCKS = LocalDate.of(2024, 1, 1);

    private final Setting setting;
    private final Book book;
    private final Offices offices;
    private int running = 100;

    CaseRows(Setting setting, Book book, Offices offices) {
        this.setting = setting;
        this.book = book;
        this.offices = offices;
    }

    ChildCase write(Person primary, CaseDraft draft, Dice dice) {
        boolean grown = primary.adultOn(setting.night());
        String kind = grown ? "EFTERVAERN" : dice.pick(KINDS);
        String subject = dice.chance(0.03) ? "" : subject(kind, draft.opened());
        String number = subject + "-" + draft.opened().getYear() + String.format(Locale.ROOT, "-%05d", running++);
        ChildCase made = new ChildCase(
                dice.uuid(), number, primary, draft.opened(), draft.closed(), draft.fate(), draft.status(), dice);
        Offices.Office office = offices.pick(dice);
        row(made, kind, subject, draft.hidden(), office);
        Seen seen = Seen.of(primary.id(), "case", "boern-og-unge", primary.shownName(), number, subject)
                .and(made.open() ? "OPEN" : "CLOSED", draft.opened(), draft.closed())
                .and(office.unit(), office.shownWorker());
        book.count(BuTable.SAG, primary, draft.fate(), seen);
        return made;
    }

    private void row(ChildCase made, String kind, String subject, CaseDraft.Hidden hidden, Offices.Office office) {
        Dice dice = made.dice();
        book.write(
                BuTable.SAG,
                made.id(),
                made.number(),
                kind,
                subject.isEmpty() || dice.chance(0.8) ? subject : subject + "-G01",
                made.status(),
                hidden == CaseDraft.Hidden.VIP ? 4 : dice.between(1, 3),
                made.opened().isBefore(PADLOCKS) ? "" : "true",
                hidden == CaseDraft.Hidden.COMPULSION,
                made.opened(),
                made.closed(),
                book.cpr(made.primary()),
                office.unitId(),
                office.workerId(),
                hidden == CaseDraft.Hidden.VIEW_CLASS ? "BEGRAENSET" : "",
                hidden == CaseDraft.Hidden.DELETED,
                setting.night().minusDays(dice.between(1, 200)) + " 14:11:05");
    }

    /** Everybody else on a child's case; none of them gets anything of it. */
    void parties(ChildCase made, List<Person> siblings) {
        Person child = made.primary();
        part(made, book.cpr(child), "BARN");
        if (child.family().mother() > 0) {
            part(made, book.cpr(setting.town().person(child.family().mother())), "MOR");
        }
        if (child.family().father() > 0) {
            part(made, book.cpr(setting.town().person(child.family().father())), "FAR");
        }
        siblings.forEach(sibling -> part(made, book.cpr(sibling), "SOESKENDE"));
        if (made.dice().chance(0.1)) {
            part(made, "", "NETVAERK");
        }
    }

    void part(ChildCase made, String cpr, String role) {
        boolean hyphen = !cpr.isEmpty() && made.dice().chance(0.05);
        String written = hyphen ? cpr.substring(0, 6) + "-" + cpr.substring(6) : cpr;
        book.write(BuTable.SAG_PART, made.id(), written, role, made.opened(), "");
    }

    private static String subject(String kind, LocalDate opened) {
        if (opened.isBefore(PADLOCKS)) {
            return kind.equals("UNDERSOEGELSE") ? "27.24.30" : "27.27.12";
        }
        return switch (kind) {
            case "UNDERSOEGELSE" -> "34.10.10";
            case "HANDICAP" -> "34.45.04";
            case "RAADGIVNING" -> "34.15.05";
            case "EFTERVAERN" -> "34.50.20";
            default -> "34.15.25";
        };
    }
}
