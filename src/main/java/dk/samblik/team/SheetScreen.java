package dk.samblik.team;

import dk.samblik.household.Department;
import dk.samblik.mapping.Coded;
import dk.samblik.mapping.Fact;
import dk.samblik.team.Sheets.Kind;
import dk.samblik.team.Sheets.Sheet;
import dk.samblik.view.CalendarEntry;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Lane;
import dk.samblik.view.LaneState;
import dk.samblik.view.Moment;
import dk.samblik.view.Sourced;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One sheet in words, for paper and for the screen that is turned to the table: what may lie before those whose sheet it is,
 * and no more of it than there is room for. No number, no address, no e-mail, no name of a system, no disagreement.
 */
final class SheetScreen {

    private static final Set<LaneState> OUTSIDE =
            EnumSet.of(LaneState.NOT_IN_SCOPE, LaneState.WITHDRAWN, LaneState.ROLE_HIDDEN);

    /** Lines of members, dates, departments and events that fill two sheets; measured, see GalleryIT. */
    private static final int FULL = 60;

    private final Sheet sheet;
    private final HouseholdScreen screen;
    private final HouseholdView view;
    private final Room room;
    private final Words words;

    private SheetScreen(Sheet sheet, HouseholdScreen screen, Room room, Words words) {
        this.sheet = sheet;
        this.screen = screen;
        this.view = screen.view();
        this.room = room;
        this.words = words;
    }

    /**
     * How much there is room for: {@code contacts} and {@code facts} in a lane, {@code dates}, and {@code moments} of the timeline; the rest is
     * counted and stands on the screen.
     */
    record Room(int contacts, int facts, int dates, int moments) {

        private static final int ALL = Integer.MAX_VALUE;

        /** Two sheets of A4. */
        static final Room PAPER = new Room(6, 5, 8, 10);

        /** Two sheets of A4 that would become three. */
        static final Room CROWDED = new Room(6, 5, 8, 5);

        /** The same, where even that is too much. */
        private static final Room TIGHT = new Room(4, 3, 5, 0);

        /** What is tried after {@link #PAPER}, the roomiest first. */
        static final List<Room> SMALLER = List.of(CROWDED, TIGHT);

        /** A screen that the table looks at. */
        static final Room TABLE = new Room(ALL, ALL, ALL, 0);
    }

    /** A line: what a register calls it, and what we say of it. */
    record Item(String text, String more) {}

    /** A department's part. {@code more}: how many contacts and lines there was no room for. */
    record Part(LaneScreen lane, List<Lane.Contact> contacts, List<Item> items, int more) {}

    /** The sheet of these, as this reader may see it. */
    static SheetScreen of(Sheets sheets, Sheet sheet, Seeing seeing, Room room, Words words) {
        return new SheetScreen(sheet, HouseholdScreen.onPaper(sheets.view(sheet), seeing, words), room, words);
    }

    /** The same where there is another room. */
    SheetScreen in(Room other) {
        return new SheetScreen(sheet, screen, other, words);
    }

    /** The same, crowded where a browser would print it on more than two sheets, as near as that can be told beforehand. */
    SheetScreen fitting() {
        int lines = view.members().size() + dates().size() + moments().size();
        int lanes = parts().stream()
                .mapToInt(part -> 3 + part.items().size() + part.contacts().size())
                .sum();
        return lines + lanes > FULL ? in(Room.CROWDED) : this;
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

    /** Whose it is. */
    public String title() {
        return title(sheet, screen.people(), words);
    }

    static String title(Sheet sheet, People people, Words words) {
        return sheet.reader() == null ? words.say("print.joint") : words.say("print.own", people.name(sheet.reader()));
    }

    /** Whether it keeps silent about whose the dates are, and holds nothing else. */
    public boolean nameless() {
        return sheet.kind() == Kind.JOINT_NAMELESS;
    }

    /** Dated facts that should be known, as sentences. */
    public List<String> alerts() {
        Sentences sentences = screen.sentences();
        return view.alerts().stream()
                .map(alert -> nameless() ? sentences.nameless(alert) : sentences.say(alert))
                .distinct()
                .toList();
    }

    /** The coming dates there is room for, soonest first. */
    public List<CalendarEntry> dates() {
        return coming().stream().limit(room.dates()).toList();
    }

    /** How many more dates there are. */
    public int moreDates() {
        return Math.max(0, coming().size() - room.dates());
    }

    private List<CalendarEntry> coming() {
        return view.calendar().stream()
                .filter(entry -> !entry.date().isBefore(words.today()))
                .toList();
    }

    /** The departments that have somebody on this sheet in their register, in their order. */
    public List<Part> parts() {
        return screen.lanes().stream()
                .filter(lane -> !OUTSIDE.contains(lane.lane().state()))
                .map(this::part)
                .toList();
    }

    /** The same, two abreast: first those to the left, then those to the right. */
    public List<List<Part>> halves() {
        List<Part> parts = parts();
        int left = (parts.size() + 1) / 2;
        return List.of(parts.subList(0, left), parts.subList(left, parts.size()));
    }

    /** The departments of which there is nothing on this sheet, whether or not they know somebody; empty where all are on it. */
    public String outside() {
        return words.list(screen.lanes().stream()
                .filter(lane -> OUTSIDE.contains(lane.lane().state()))
                .map(LaneScreen::name)
                .toList());
    }

    private Part part(LaneScreen lane) {
        List<Item> items = new ArrayList<>();
        lane.lane().open().forEach(one -> items.add(item(one)));
        view.measures().stream()
                .filter(one -> one.from().source() == lane.lane().department())
                .filter(one -> !"ENDED".equals(one.fact().status().canonical()))
                .forEach(one -> items.add(measure(one)));
        view.anonymous().stream()
                .filter(one -> one.department() == lane.lane().department())
                .forEach(one -> items.add(new Item(
                        "",
                        words.count("measure.anonymous", one.number())
                                + more(screen.people().name(one.person())))));
        List<Lane.Contact> contacts = lane.lane().contacts();
        if (lane.lane().department() == Department.HOUSING) {
            items.addAll(landlords());
        }
        return new Part(
                lane,
                contacts.stream().limit(room.contacts()).toList(),
                items.stream().limit(room.facts()).toList(),
                Math.max(0, contacts.size() - room.contacts()) + Math.max(0, items.size() - room.facts()));
    }

    /** Whom to call about the home they live in. */
    private List<Item> landlords() {
        return view.homes().stream()
                .filter(home ->
                        home.current() && !home.hidden() && home.tenancy().contact() != null)
                .map(home -> new Item(
                        words.say("sheet.landlord", home.tenancy().contact()),
                        more(screen.people().names(home.persons()))))
                .toList();
    }

    private Item item(Sourced<Fact.Case> one) {
        Coded what =
                one.fact().subject() == null ? one.fact().kind() : one.fact().subject();
        return new Item(
                what == null ? words.say("case.nameless") : what.text(),
                more(screen.people().name(one.person()), words.period(one.fact().opened(), null)));
    }

    private Item measure(Sourced<Fact.Measure> one) {
        Fact.Measure measure = one.fact();
        String what = measure.kind() == null
                ? words.say("measure.nameless")
                : measure.kind().text();
        return new Item(
                measure.law() == null || !measure.lawKnown() ? what : what + " (" + measure.law() + ")",
                more(
                        screen.people().name(one.person()),
                        one.hidden() ? null : measure.provider(),
                        words.period(measure.from(), measure.until()),
                        measure.hoursPerWeek() == null
                                ? null
                                : words.say("sheet.hours", words.decimal(measure.hoursPerWeek())),
                        measure.followUp() == null
                                ? null
                                : words.say("sheet.follow-up", words.date(measure.followUp()))));
    }

    private static String more(@Nullable String... said) {
        return Stream.of(said)
                .filter(one -> one != null && !one.isEmpty())
                .map(one -> ", " + one)
                .collect(Collectors.joining());
    }

    /** Whom to call in a department: a name or the unit, and the number. An e-mail address is not for paper. */
    public String contact(Lane.Contact contact) {
        List<String> said = new ArrayList<>();
        said.add(contact.name() == null ? String.valueOf(contact.unit()) : contact.name());
        if (contact.name() != null && contact.title() != null) {
            said.add(contact.title());
        }
        if (contact.phone() != null) {
            said.add(contact.phone());
        }
        return String.join(", ", said);
    }

    /** What happened lately, newest first; nothing where there is no room for it or it must not be told whose it is. */
    public List<Moment> moments() {
        return nameless()
                ? List.of()
                : view.timeline().stream().limit(room.moments()).toList();
    }

    /** How many older events there are. */
    public int moreMoments() {
        return Math.max(0, view.timeline().size() - room.moments());
    }

    /** That the timeline was cut for want of room; null where it was not. */
    public @Nullable String cut() {
        return moments().isEmpty() || moreMoments() == 0
                ? null
                : words.count(room.equals(Room.CROWDED) ? "sheet.timeline.cut" : "sheet.timeline.more", moreMoments());
    }
}
