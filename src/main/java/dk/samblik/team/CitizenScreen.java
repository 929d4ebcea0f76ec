package dk.samblik.team;

import dk.samblik.consent.DataController;
import dk.samblik.household.Department;
import dk.samblik.team.FactLines.Line;
import dk.samblik.team.Sheets.Kind;
import dk.samblik.team.Sheets.Sheet;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.LaneState;
import dk.samblik.view.Member;
import dk.samblik.view.Sourced;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The citizen's sheet: what is held about one person, and about the children that are theirs to ask about, where from, how
 * fresh, who looked, and how a consent is taken back. Names nobody of the staff but the coordinator.
 */
final class CitizenScreen {

    private static final Set<LaneState> NOT_ASKED =
            EnumSet.of(LaneState.NOT_IN_SCOPE, LaneState.WITHDRAWN, LaneState.ROLE_HIDDEN);

    private final Sheet sheet;
    private final HouseholdScreen screen;
    private final HouseholdView view;
    private final OwnScreen own;
    private final CitizenLooks looks;
    private final DataController controller;
    private final Words words;

    private CitizenScreen(
            Sheet sheet,
            HouseholdScreen screen,
            OwnScreen own,
            CitizenLooks looks,
            DataController controller,
            Words words) {
        this.sheet = sheet;
        this.screen = screen;
        this.view = screen.view();
        this.own = own;
        this.looks = looks;
        this.controller = controller;
        this.words = words;
    }

    /** A department, what its register is called where that says more, how fresh it is, and what it says. */
    record Part(LaneScreen lane, List<Line> lines) {}

    /** {@code sheet} is one of {@link Sheets#citizens}; {@code looks} at those who stand on it. */
    static CitizenScreen of(Sheets sheets, Sheet sheet, CitizenLooks looks, DataController controller, Words words) {
        if (sheet.kind() != Kind.CITIZEN) {
            throw new IllegalArgumentException("no citizen's sheet");
        }
        HouseholdScreen screen = HouseholdScreen.onPaper(sheets.view(sheet), Seeing.ALL, words);
        OwnScreen own = OwnScreen.onPaper(sheets.own(sheet), screen.view(), true, words);
        return new CitizenScreen(sheet, screen, own, looks, controller, words);
    }

    static String title(Sheet sheet, People people, Words words) {
        return words.say("citizen.for", people.name(reader(sheet)));
    }

    static Member reader(Sheet sheet) {
        return Objects.requireNonNull(sheet.reader());
    }

    public Sheet sheet() {
        return sheet;
    }

    public HouseholdScreen screen() {
        return screen;
    }

    public HouseholdView view() {
        return view;
    }

    public OwnScreen own() {
        return own;
    }

    public CitizenLooks looks() {
        return looks;
    }

    /** Whose sheet it is. */
    public String title() {
        return title(sheet, screen.people(), words);
    }

    /** Of whom it tells besides the one who gets it; empty where of nobody. */
    public String others() {
        return words.list(view.members().stream()
                .filter(member -> !member.id().equals(reader(sheet).id()))
                .map(screen.people()::name)
                .toList());
    }

    /** Who is responsible, as everywhere. */
    public String authority() {
        return controller.name();
    }

    /** The departments that are asked, in their order. */
    public List<Part> parts() {
        return screen.lanes().stream()
                .filter(lane -> !NOT_ASKED.contains(lane.lane().state()))
                .map(lane -> new Part(lane, lines(lane)))
                .toList();
    }

    /** The departments that are not asked about anybody on the sheet; empty where all are. */
    public String notAsked() {
        return words.list(screen.lanes().stream()
                .filter(lane -> NOT_ASKED.contains(lane.lane().state()))
                .map(LaneScreen::name)
                .toList());
    }

    /** When the population register was read; null where it was not yet. */
    public @Nullable String registered() {
        return view.members().stream()
                .map(Member::from)
                .flatMap(from -> from == null ? Stream.empty() : Stream.ofNullable(from.fetched()))
                .max(java.util.Comparator.naturalOrder())
                .map(words::moment)
                .orElse(null);
    }

    private List<Line> lines(LaneScreen lane) {
        FactLines facts = new FactLines(screen.people(), words);
        Department from = lane.lane().department();
        Stream<Stream<Line>> all = Stream.of(
                lane.lane().open().stream().map(facts::line),
                lane.lane().closed().stream().map(facts::line),
                from(from, view.measures()).map(facts::measure),
                view.anonymous().stream()
                        .filter(one -> one.department() == from)
                        .map(facts::anonymous),
                view.incomes().stream()
                        .flatMap(income -> Stream.of(
                                        from(from, income.benefits()).map(facts::benefit),
                                        from(from, income.classifications()).flatMap(facts::classification),
                                        from == Department.EMPLOYMENT ? facts.paidHours(income) : Stream.<Line>empty(),
                                        from(from, income.educations()).map(facts::education))
                                .flatMap(lines -> lines)),
                from == Department.CHILDREN ? view.children().stream().flatMap(facts::child) : Stream.empty(),
                from == Department.HOUSING ? view.homes().stream().map(facts::home) : Stream.empty(),
                from(from, view.appointments()).map(facts::appointment),
                from(from, view.deadlines()).map(facts::deadline),
                lane.lane().contacts().isEmpty()
                        ? Stream.empty()
                        : Stream.of(new Line(
                                "",
                                words.count(
                                        "citizen.workers",
                                        lane.lane().contacts().size()))));
        return all.flatMap(lines -> lines).toList();
    }

    private static <S extends Sourced<?>> Stream<S> from(Department department, List<S> all) {
        return all.stream().filter(one -> one.from().source() == department);
    }

    /** How a consent is taken back, in the words of the receipt: every way that is set, else at the authority. */
    public List<String> ways() {
        List<String> ways = Stream.of(
                        way("receipt.way.phone", controller.phone()),
                        way("receipt.way.mail", controller.mail()),
                        way("receipt.way.place", controller.place()))
                .flatMap(way -> way)
                .toList();
        return ways.isEmpty() ? List.of(words.say("citizen.way", controller.name())) : ways;
    }

    private Stream<String> way(String key, @Nullable String where) {
        return Stream.ofNullable(where).filter(set -> !set.isBlank()).map(set -> words.say(key, set));
    }

    /** Who is responsible, whom to ask, and where to complain. */
    public List<String> responsible() {
        return List.of(
                words.say("receipt.controller", controller.name()),
                words.say("receipt.dpo", controller.dpo()),
                words.say("receipt.rights"));
    }
}
