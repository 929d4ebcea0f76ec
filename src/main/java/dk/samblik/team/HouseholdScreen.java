package dk.samblik.team;

import dk.samblik.household.Department;
import dk.samblik.mapping.Coded;
import dk.samblik.view.CalendarEntry;
import dk.samblik.view.Child;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Member;
import dk.samblik.view.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One household view in words and in the order of its page; adds nothing to what its reader may see and leaves nothing out
 * without a word.
 */
final class HouseholdScreen {

    private static final int NEWEST = 10;

    private final HouseholdView view;
    private final Unseen unseen;
    private final Seeing seeing;
    private final Place place;
    private final Words words;
    private final People people;
    private final Sentences sentences;
    private final List<LaneScreen> lanes;
    private final Footnotes footnotes;

    /** Where it is shown: on the household's page, a part of it alone, on paper, which leads nowhere, or as it was earlier. */
    enum Place {
        PAGE,
        ALONE,
        PAPER,
        EARLIER
    }

    HouseholdScreen(HouseholdView whole, Seeing seeing, Words words) {
        this(whole, seeing, words, Place.PAGE);
    }

    HouseholdScreen(HouseholdView whole, Seeing seeing, Words words, Place place) {
        this(seeing.of(whole), new Unseen(whole, seeing, words), seeing, words, place, false);
    }

    /** The household's page while its registers are asked anew: what stands is what was fetched before. */
    static HouseholdScreen whileFetching(HouseholdView whole, Seeing seeing, Words words) {
        return new HouseholdScreen(seeing.of(whole), new Unseen(whole, seeing, words), seeing, words, Place.PAGE, true);
    }

    /** A view that was cut for its sheet. */
    static HouseholdScreen onPaper(HouseholdView cut, Seeing seeing, Words words) {
        return new HouseholdScreen(cut, new Unseen(cut, seeing, words), seeing, words, Place.PAPER, false);
    }

    private HouseholdScreen(
            HouseholdView cut, Unseen unseen, Seeing seeing, Words words, Place place, boolean fetching) {
        this.view = cut;
        this.unseen = unseen;
        this.seeing = seeing;
        this.place = place;
        this.words = words;
        this.people = new People(view, words);
        this.sentences = new Sentences(people, words);
        this.footnotes = new Footnotes(new Origins(view.frame(), words));
        this.lanes = view.lanes().stream()
                .map(lane -> place == Place.EARLIER
                        ? LaneScreen.earlier(lane, people, words)
                        : LaneScreen.of(lane, fetching, people, words))
                .toList();
    }

    /** The view as this reader may see it. */
    public HouseholdView view() {
        return view;
    }

    /** Whether the reader's role leaves parts out, so that an empty place is not taken for an answer. */
    public boolean limited() {
        return !seeing.all();
    }

    /** What the reader does not see, and why. */
    public Unseen unseen() {
        return unseen;
    }

    /** The address of a part alone; null where no link to it belongs. */
    public @Nullable String alone(String part) {
        return place == Place.PAGE && !seeing.closed(Part.valueOf(part).holds())
                ? "/husstande/" + view.frame().household() + "/dele/"
                        + Part.valueOf(part).address()
                : null;
    }

    /** The address of the whole timeline; null where it is shown whole. */
    public @Nullable String timeline() {
        return place == Place.PAGE ? "/husstande/" + view.frame().household() + "/tidslinje" : null;
    }

    /** Whether links to what is shown on demand belong here. */
    public boolean reveals() {
        return place == Place.PAGE && seeing.all();
    }

    /** Whether there is nothing in a part. */
    public boolean nothingIn(Part part) {
        return switch (part) {
            case MEASURES -> view.measures().isEmpty() && view.anonymous().isEmpty();
            case BENEFITS -> view.incomes().isEmpty();
            case CHILDREN -> view.children().isEmpty();
            case HOUSING -> view.homes().isEmpty();
            case MEMBERS, LANES, DATES -> false;
        };
    }

    /** What does not apply here, and why a part is empty. */
    public Applies applies() {
        return new Applies(view, people, words);
    }

    /** Whether a part is empty and the reader would see it if it were not, so that it says why. */
    public boolean saysNothing(String part) {
        return nothingIn(Part.valueOf(part)) && place != Place.PAPER && !limited();
    }

    /** Words of other professions in a part, explained; paper has no room for them. */
    public List<Terms.Term> terms(String part) {
        return place == Place.PAPER ? List.of() : new Terms(view, words).in(Part.valueOf(part));
    }

    /** The hours a week of a child in the obligatory offer, the newest month first. */
    public List<String> careHours(Child child) {
        return FactLines.careHours(child, words);
    }

    /** A fact that a register did not give. */
    public String missing(@Nullable Department source) {
        return source == null
                ? words.say("fact.missing")
                : words.say("fact.missing.from", words.say("department." + source));
    }

    public People people() {
        return people;
    }

    public Sentences sentences() {
        return sentences;
    }

    public List<LaneScreen> lanes() {
        return lanes;
    }

    /** Dates near today by day, the coming ones and the past. */
    public CalendarScreen calendar() {
        return CalendarScreen.of(view.calendar(), day());
    }

    /** The day the view is of: today, or the one an earlier version was made on. */
    private LocalDate day() {
        Instant published = view.frame().published();
        return place == Place.EARLIER && published != null ? words.dayOf(published) : words.today();
    }

    /** Whether its time in the programme is over, so that the page is for reading only. */
    public boolean left() {
        return view.frame().left(words.today());
    }

    /** The sentences of the page's one alert: every lane that is old, missing or incomplete, each named; none where nobody fetches. */
    public List<LaneScreen> raised() {
        return left()
                ? List.of()
                : lanes.stream().filter(lane -> lane.lane().state().raised()).toList();
    }

    /** How the household's consents stand, and each member's. */
    public ConsentsScreen consents() {
        return new ConsentsScreen(view, limited(), people, words);
    }

    /** Who is said by registers to live elsewhere, for the top of the page; empty where all agree. */
    public List<String> whereaboutsDiffer() {
        return view.disagreements().stream()
                .map(item -> words.say(
                        item.hidden() ? "disagree.top.hidden" : "disagree.top." + item.kind(),
                        people.name(item.person())))
                .distinct()
                .toList();
    }

    /** The departments that work with a member. */
    public String involved(Member member) {
        return words.list(member.involved().stream().map(sentences::department).toList());
    }

    /** What the reader must see about a date. */
    public List<Badge> marks(CalendarEntry entry) {
        return CalendarScreen.marks(entry, words);
    }

    /** Our word for a code where we have one, else the register's text. */
    public String coded(String list, Coded coded) {
        return coded.canonical() == null ? coded.text() : words.sayOr(list + "." + coded.canonical(), coded.text());
    }

    /** The latest events, and the older ones. */
    public List<Moment> newest() {
        return view.timeline().stream().limit(NEWEST).toList();
    }

    public List<Moment> older() {
        return view.timeline().stream().skip(NEWEST).toList();
    }

    /** How every register stands, members who stand alike in one row. */
    public List<SourceRow> sources() {
        return SourceRow.of(view.sources(), view.frame(), people, words);
    }

    /** Where what a part shows comes from, down to the fields; nothing where the part is empty. */
    public List<String> origins(String part) {
        return new Origins(view.frame(), words)
                .of(OriginItems.in(Part.valueOf(part), view).toList());
    }

    /** The same on paper, a number a value. */
    public Footnotes footnotes() {
        return footnotes;
    }

    /** Where a lane's items come from. */
    public List<String> origins(LaneScreen lane) {
        return new Origins(view.frame(), words).of(OriginItems.in(lane.lane()).toList());
    }
}
