package dk.samblik.team;

import dk.samblik.household.Department;
import dk.samblik.team.FactLines.Line;
import dk.samblik.team.Sheets.Kind;
import dk.samblik.team.Sheets.Sheet;
import dk.samblik.view.CalendarEntry;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Lane;
import dk.samblik.view.LaneState;
import dk.samblik.view.Moment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

    /** So many letters fill a line of a sheet. */
    private static final int WIDTH = 110;

    private final Sheet sheet;
    private final HouseholdScreen screen;
    private final HouseholdView view;
    private final OwnScreen own;
    private final Room room;
    private final Words words;

    private SheetScreen(Sheet sheet, HouseholdScreen screen, OwnScreen own, Room room, Words words) {
        this.sheet = sheet;
        this.screen = screen;
        this.view = screen.view();
        this.own = own;
        this.room = room;
        this.words = words;
    }

    /**
     * How much there is room for: {@code contacts} and {@code facts} in a lane, {@code dates}, {@code moments} of the timeline
     * and {@code agreements}; the rest is counted and stands on the screen. Wishes are never left out.
     */
    record Room(int contacts, int facts, int dates, int moments, int agreements) {

        private static final int ALL = Integer.MAX_VALUE;

        /** Two sheets of A4. */
        static final Room PAPER = new Room(6, 5, 8, 10, ALL);

        /** Two sheets of A4 that would become three. */
        static final Room CROWDED = new Room(6, 5, 8, 5, ALL);

        /** The same, where even that is too much. */
        private static final Room TIGHT = new Room(4, 3, 5, 0, ALL);

        /** Where that is too much as well. */
        private static final Room LEAST = new Room(2, 2, 3, 0, 5);

        /** What is tried after {@link #PAPER}, the roomiest first. */
        static final List<Room> SMALLER = List.of(CROWDED, TIGHT, LEAST);

        /** A screen that the table looks at. */
        static final Room TABLE = new Room(ALL, ALL, ALL, 0, ALL);
    }

    /** A department's part. {@code more}: how many contacts and lines there was no room for. */
    record Part(LaneScreen lane, List<Lane.Contact> contacts, List<Line> items, int more) {}

    /** The sheet of these, as this reader may see it. */
    static SheetScreen of(Sheets sheets, Sheet sheet, Seeing seeing, Room room, Words words) {
        HouseholdScreen screen = HouseholdScreen.onPaper(sheets.view(sheet), seeing, words);
        boolean named = sheet.kind() != Kind.JOINT_NAMELESS;
        OwnScreen own = OwnScreen.onPaper(sheets.own(sheet), screen.view(), named, words);
        return new SheetScreen(sheet, screen, own, room, words);
    }

    /** The same where there is another room. */
    SheetScreen in(Room other) {
        return new SheetScreen(sheet, screen, own, other, words);
    }

    /** The same with the room that a browser has on two sheets, as near as that can be told beforehand. */
    SheetScreen fitting() {
        SheetScreen fits = this;
        for (Room smaller : Room.SMALLER) {
            fits = fits.lines() <= FULL ? fits : in(smaller);
        }
        return fits;
    }

    private int lines() {
        int lanes = parts().stream()
                .mapToInt(part -> 3 + part.items().size() + part.contacts().size())
                .sum();
        return view.members().size() + dates().size() + moments().size() + written() + lanes;
    }

    private int written() {
        return Stream.concat(own.wishes().stream(), agreements().stream())
                .mapToInt(line -> 1 + line.letters() / WIDTH)
                .sum();
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

    /** What the household and the team wrote themselves. */
    public OwnScreen own() {
        return own;
    }

    /** The agreements there is room for. */
    public List<OwnScreen.Line> agreements() {
        return own.agreements().stream().limit(room.agreements()).toList();
    }

    /** How many more agreements there are. */
    public int moreAgreements() {
        return Math.max(0, own.agreements().size() - room.agreements());
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
        FactLines facts = new FactLines(screen.people(), words);
        Department department = lane.lane().department();
        List<Line> items = new ArrayList<>();
        lane.lane().open().forEach(one -> items.add(facts.line(one)));
        view.measures().stream()
                .filter(one -> one.from().source() == department)
                .filter(one -> !"ENDED".equals(one.fact().status().canonical()))
                .forEach(one -> items.add(facts.measure(one)));
        view.anonymous().stream()
                .filter(one -> one.department() == department)
                .forEach(one -> items.add(facts.anonymous(one)));
        if (department == Department.HOUSING) {
            view.homes().stream()
                    .filter(home -> home.current() && !home.hidden())
                    .flatMap(home -> Stream.ofNullable(home.tenancy().contact())
                            .map(contact -> facts.landlord(contact, home.persons())))
                    .forEach(items::add);
        }
        List<Lane.Contact> contacts = lane.lane().contacts();
        return new Part(
                lane,
                contacts.stream().limit(room.contacts()).toList(),
                items.stream().limit(room.facts()).toList(),
                Math.max(0, contacts.size() - room.contacts()) + Math.max(0, items.size() - room.facts()));
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
