package dk.samblik.demo.bu;

import dk.samblik.demo.enrolment.Desk;
import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.people.Sex;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which families have cases, and about whom: the oldest stands for brothers and sisters; unborn children; oddities. */
final class FamilyCases {

    private final Setting setting;
    private final Book book;
    private final CaseRows cases;
    private final MeasureRows measures;
    private final DateRows dates;

    FamilyCases(Setting setting, Book book, Offices offices) {
        this.setting = setting;
        this.book = book;
        this.cases = new CaseRows(setting, book, offices);
        this.measures = new MeasureRows(setting, book);
        this.dates = new DateRows(setting, book);
    }

    void plant() {
        setting.town().childrenByParent().forEach((parent, children) -> {
            if (children.get(0).family().mother() == parent) {
                family(children);
            }
        });
        for (Person person : setting.town().people()) {
            boolean expecting = setting.marked(Desk.Mark.EXPECTING, person);
            if (expecting
                    || person.identity().sex() == Sex.K
                            && setting.dice("expects", person.id()).chance(0.004)) {
                unborn(person);
            }
        }
        replacementNumber();
    }

    private void family(List<Person> all) {
        List<Person> children = new ArrayList<>(all.stream()
                .filter(child -> child.ageOn(setting.night()) < 21)
                .filter(child -> !child.residence().status().equals("90"))
                .sorted(Comparator.comparing(child -> child.identity().birth()))
                .toList());
        if (children.isEmpty()) {
            return;
        }
        Person oldest = children.remove(0);
        Dice dice = setting.dice("family", oldest.id());
        if (chosen(oldest, dice) || children.stream().anyMatch(c -> setting.marked(Desk.Mark.KNOWN_EVERYWHERE, c))) {
            one(oldest, children, dice);
            for (Person child : children) {
                if (setting.marked(Desk.Mark.KNOWN_EVERYWHERE, child) || dice.chance(0.15)) {
                    one(child, List.of(), dice);
                }
            }
        }
    }

    private boolean chosen(Person child, Dice dice) {
        boolean known = setting.marked(Desk.Mark.KNOWN_EVERYWHERE, child)
                || setting.marked(Desk.Mark.MEASURE_WITHOUT_CONSENT, child);
        return known || dice.chance(setting.enrolled(child) ? 0.5 : 0.09);
    }

    private void one(Person child, List<Person> siblings, Dice dice) {
        boolean story = setting.marked(Desk.Mark.KNOWN_EVERYWHERE, child);
        CaseDraft draft = story
                ? CaseDraft.open(setting.night().minusDays(dice.between(50, 500)), dice)
                : CaseDraft.roll(setting.night(), setting.back(child), dice);
        ChildCase made = cases.write(child, draft, dice);
        cases.parties(made, siblings);
        if (draft.fate().equals(Fate.END_BEFORE_START)) {
            return;
        }
        measures(made, siblings);
        if (made.open()) {
            dates.plant(made);
        }
        if (setting.marked(Desk.Mark.MEASURE_WITHOUT_CONSENT, child)) {
            withoutConsent(made, child, dice);
        }
    }

    private void measures(ChildCase made, List<Person> siblings) {
        Dice dice = made.dice();
        if (dice.chance(0.8)) {
            measures.roll(made, made.primary());
        }
        siblings.stream().filter(sibling -> dice.chance(0.4)).forEach(sibling -> measures.roll(made, sibling));
        int mother = made.primary().family().mother();
        if (mother > 0 && dice.chance(0.12)) {
            measures.write(made, setting.town().person(mother), Paragraph.usual(dice), "MED");
        }
    }

    // Every way a measure without consent can look, one of them under a case decided against the family's will.
    private void withoutConsent(ChildCase made, Person child, Dice dice) {
        Paragraph.withoutConsent().forEach(paragraph -> measures.write(made, child, paragraph, dice.any("MED", "")));
        measures.write(made, child, Paragraph.usual(dice), "UDEN");
        CaseDraft compulsion = new CaseDraft(
                "SagStatus1", setting.night().minusDays(70), null, Fate.UNREAD, CaseDraft.Hidden.COMPULSION);
        ChildCase hidden = cases.write(child, compulsion, dice);
        cases.parties(hidden, List.of());
        measures.write(hidden, child, Paragraph.withoutConsent().get(0), "UDEN");
        dates.plant(hidden);
    }

    // Registered on the expectant mother, about somebody else.
    private void unborn(Person mother) {
        if (!mother.adultOn(setting.night()) || mother.ageOn(setting.night()) > 42) {
            return;
        }
        Dice dice = setting.dice("unborn", mother.id());
        CaseDraft draft = new CaseDraft(
                "SagStatus3",
                setting.night().minusDays(dice.between(20, 90)),
                null,
                Fate.UNREAD,
                CaseDraft.Hidden.UNBORN);
        ChildCase made = cases.write(mother, draft, dice);
        cases.part(made, book.cpr(mother), "UFOEDT");
        cases.part(made, book.cpr(mother), "MOR");
        measures.write(made, mother, Paragraph.usual(dice), "MED");
        dates.plant(made);
        book.write(
                BuTable.UNDERRETNING,
                book.nextId(),
                made.id(),
                book.cpr(mother),
                true,
                draft.opened(),
                "Jordemoder",
                "Andet",
                "Tekst som ingen udenfor må se");
    }

    private void replacementNumber() {
        Dice dice = setting.dice("bu", "replacement");
        String number = setting.town()
                .numbers()
                .issueReplacement(setting.night().minusYears(9).withDayOfYear(200), Sex.K, dice);
        book.write(
                BuTable.SAG,
                dice.uuid(),
                "34.15.25-E-00001",
                "STOETTE",
                "34.15.25",
                "SagStatus1",
                2,
                "",
                false,
                setting.night().minusDays(60),
                "",
                number,
                11,
                "",
                "",
                false,
                setting.night() + " 08:00:00");
    }
}
