package dk.samblik.team;

import dk.samblik.household.Department;
import dk.samblik.view.Disagreement;
import dk.samblik.view.Disagreement.Value;
import dk.samblik.view.Frame;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Lane;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What registers disagree on, in words, and for each register a text that its owner may be sent. It says what that register
 * holds and not what another does: nobody learns by a report what no consent gave it. The hub sends nothing.
 */
final class DisagreementsScreen {

    private final HouseholdView view;
    private final PageFrame frame;
    private final People people;
    private final Words words;

    DisagreementsScreen(HouseholdView view, PageFrame frame, People people, Words words) {
        this.view = view;
        this.frame = frame;
        this.people = people;
        this.words = words;
    }

    /** One disagreement; no value and no report where somebody is protected. */
    public record Item(String heading, boolean hidden, List<Told> values, String shown, String rule) {}

    /** What one register says, since when, whom to tell that it may be wrong and by which words. */
    public record Told(String source, String value, String asOf, String contact, String report) {}

    public List<Item> items() {
        return view.disagreements().stream().map(this::item).toList();
    }

    private Item item(Disagreement item) {
        String kind = words.say("disagree." + item.kind());
        return new Item(
                words.say("disagree.of", kind, people.name(item.person())),
                item.hidden(),
                item.hidden()
                        ? List.of()
                        : item.values().stream().map(value -> told(item, value)).toList(),
                item.hidden() ? words.say("disagree.none-shown") : words.say("disagree.rule." + item.rule()),
                words.say(item.hidden() ? "disagree.why.hidden" : "disagree.why." + item.kind()));
    }

    private Told told(Disagreement item, Value value) {
        Department department = department(value.register());
        String source = words.say("department." + department);
        String text = value.text() == null ? words.say("fact.missing.from", source) : value.text();
        return new Told(
                source,
                text,
                value.asOf() == null ? words.say("fact.missing.from", source) : words.date(words.dayOf(value.asOf())),
                contact(department),
                report(item, department, text));
    }

    private String report(Disagreement item, Department department, String text) {
        Words danish = words.inDanish();
        People named = new People(view, danish);
        return danish.say(
                "report.text",
                danish.say("department." + department),
                view.member(item.person()).map(named::fullName).orElseGet(() -> named.name(item.person())),
                view.frame().number(),
                danish.say("disagree." + item.kind()),
                text,
                Objects.requireNonNull(frame.viewer()).name());
    }

    private Department department(String register) {
        return view.frame().registers().stream()
                .filter(one -> one.register().equals(register))
                .map(Frame.RegisterShown::source)
                .findFirst()
                .orElse(Department.POPULATION);
    }

    /** Whom the department names for the household; the municipality itself for the population register. */
    private String contact(Department department) {
        if (department == Department.POPULATION) {
            return words.say("report.to.POPULATION", frame.settings().authority());
        }
        Stream<String> homes = view.homes().stream()
                .filter(home -> home.from().source() == department)
                .map(home -> home.tenancy().contact());
        Stream<String> workers = view.lane(department).map(Lane::contacts).orElse(List.of()).stream()
                .map(contact -> Stream.of(contact.name(), contact.unit(), contact.phone(), contact.email())
                        .filter(Objects::nonNull)
                        .reduce((one, other) -> one + ", " + other)
                        .orElse(""));
        Optional<String> first = Stream.concat(homes, workers)
                .filter(one -> one != null && !one.isEmpty())
                .findFirst();
        return first.orElseGet(() -> words.say("fact.missing.from", words.say("department." + department)));
    }
}
