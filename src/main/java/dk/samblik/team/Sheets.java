package dk.samblik.team;

import dk.samblik.access.Information;
import dk.samblik.access.Sight;
import dk.samblik.household.Category;
import dk.samblik.household.PersonId;
import dk.samblik.meeting.OwnLine;
import dk.samblik.view.Alert;
import dk.samblik.view.CalendarEntry;
import dk.samblik.view.Frame;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Member;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of paper a household's view makes (domain reference, 8.1). Consent to the team is none to the spouse: each adult
 * gets a sheet with their own and that of the children whose custody they have, and all share one only where every adult's
 * consent says so; else the shared one has dates, and not whose they are. Somebody of 15 to 17 has a sheet too, and is on the
 * parents' by their own word only. Whoever is protected is on none (3.3).
 */
final class Sheets {

    /** The name of the sheet for all. */
    static final String JOINT = "faelles";

    private static final int OWN_WORD_FROM = 15;

    private final HouseholdView whole;
    private final Seeing seeing;
    private final Map<PersonId, Set<Category>> toAdults;
    private final List<OwnLine> lines;

    /**
     * {@code toAdults}: by person, what their consent lets the household's adults be shown; {@code lines}: the wishes and
     * agreements that whoever hands the sheets out may see.
     */
    Sheets(HouseholdView whole, Seeing seeing, Map<PersonId, Set<Category>> toAdults, List<OwnLine> lines) {
        this.whole = whole;
        this.seeing = seeing;
        this.toAdults = Map.copyOf(toAdults);
        this.lines = List.copyOf(lines);
    }

    /** A sheet: its name in the address, for whom it is (null: for all), and whether it keeps silent about whose. */
    record Sheet(String name, @Nullable Member reader, Kind kind) {}

    /** What a sheet holds. */
    enum Kind {
        OWN,
        JOINT,
        JOINT_NAMELESS,
        /** What is held about them, to keep. */
        CITIZEN
    }

    /** The household as whoever hands the sheets out sees it. */
    HouseholdView seen() {
        return seeing.of(whole);
    }

    /** All there are, the shared one first. */
    List<Sheet> all() {
        HouseholdView seen = seen();
        Stream<Sheet> own = whole.members().stream()
                .filter(this::reads)
                .map(member -> new Sheet(
                        member.kind().name().substring(0, 1) + member.ordinal(),
                        seen.member(member.id()).orElseThrow(),
                        Kind.OWN));
        return (adults().size() < 2 ? own : Stream.concat(Stream.of(new Sheet(JOINT, null, joint())), own)).toList();
    }

    /** The sheet with this name; the first where none is asked for, nothing where it is none of theirs. */
    Optional<Sheet> named(String name) {
        return all().stream()
                .filter(sheet -> name.isEmpty() || sheet.name().equals(name))
                .findFirst();
    }

    /** The sheets on which each is told what is held about them. */
    List<Sheet> citizens() {
        return all().stream()
                .filter(sheet -> sheet.kind() == Kind.OWN)
                .map(own -> new Sheet(own.name(), own.reader(), Kind.CITIZEN))
                .toList();
    }

    /** How many take part and are on no sheet, being protected. */
    long leftOut() {
        return whole.members().stream().filter(Member::protectedAddress).count();
    }

    private List<Member> adults() {
        return whole.members().stream()
                .filter(member -> member.kind() == Member.Kind.ADULT && member.consent() == Frame.Standing.IN_FORCE)
                .toList();
    }

    private Kind joint() {
        return adults().stream().allMatch(adult -> toAdults.containsKey(adult.id())) ? Kind.JOINT : Kind.JOINT_NAMELESS;
    }

    private boolean reads(Member member) {
        boolean youth = member.kind() == Member.Kind.CHILD && member.age() != null && member.age() >= OWN_WORD_FROM;
        return member.consent() == Frame.Standing.IN_FORCE
                && !member.protectedAddress()
                && (member.kind() == Member.Kind.ADULT || youth);
    }

    /** The view as this sheet holds it. */
    HouseholdView view(Sheet sheet) {
        Map<PersonId, Member> members =
                whole.members().stream().collect(Collectors.toMap(Member::id, member -> member));
        HouseholdView cut = Cut.of(
                whole,
                (what, person) -> members.containsKey(person) && stands(sheet, members.get(person), what)
                        ? seeing.of(what, person)
                        : Sight.NO);
        List<Alert> alerts = cut.alerts().stream()
                .filter(one -> one.person() == null
                        || members.containsKey(one.person())
                                && stands(sheet, members.get(one.person()), Information.MEMBERS))
                .toList();
        if (sheet.kind() == Kind.JOINT_NAMELESS) {
            return datesOnly(cut, alerts);
        }
        return with(
                cut,
                alerts,
                cut.members().stream()
                        .filter(member -> stands(sheet, members.getOrDefault(member.id(), member), Information.MEMBERS))
                        .toList());
    }

    /** The wishes and agreements of this sheet: those where everybody they are about stands on it. */
    List<OwnLine> own(Sheet sheet) {
        return lines.stream()
                .filter(line -> line.about().stream()
                        .allMatch(person -> whole.member(person)
                                .filter(member -> stands(sheet, member, Information.WISHES))
                                .isPresent()))
                .toList();
    }

    /** Whether something of this kind about this member may stand on the sheet. */
    private boolean stands(Sheet sheet, Member member, Information what) {
        if (member.protectedAddress()) {
            return false;
        }
        Member reader = sheet.reader();
        if (reader != null) {
            return reader.id().equals(member.id()) || standsBeside(reader, sheet.kind(), member, what);
        }
        boolean nameless = sheet.kind() == Kind.JOINT_NAMELESS;
        return shared(member, what)
                || small(member) && (nameless || ofAllAdults(member))
                || nameless && member.kind() == Member.Kind.ADULT;
    }

    /** Whether a child stands on an adult's own sheet: by custody, or by what its consent lets the household's adults see. */
    private boolean standsBeside(Member reader, Kind kind, Member member, Information what) {
        if (reader.kind() == Member.Kind.CHILD || member.kind() == Member.Kind.ADULT) {
            return false;
        }
        boolean custody = member.custody().contains(reader.id());
        return custody && small(member) || (custody || kind == Kind.OWN) && shared(member, what);
    }

    private static boolean small(Member member) {
        return member.kind() == Member.Kind.CHILD && member.age() != null && member.age() < OWN_WORD_FROM;
    }

    private boolean ofAllAdults(Member child) {
        return adults().stream().allMatch(adult -> child.custody().contains(adult.id()));
    }

    private boolean shared(Member member, Information what) {
        Set<Category> shown = toAdults.getOrDefault(member.id(), Set.of());
        return what.categories().isEmpty()
                ? toAdults.containsKey(member.id())
                : !Collections.disjoint(shown, what.categories());
    }

    private static Alert nameless(Alert alert) {
        return new Alert(alert.kind(), alert.date(), null, null, null, alert.number());
    }

    private static CalendarEntry nameless(CalendarEntry entry) {
        return new CalendarEntry(
                entry.date(),
                entry.start(),
                entry.end(),
                entry.kind(),
                null,
                entry.department(),
                entry.what(),
                entry.status(),
                entry.form(),
                entry.place(),
                entry.clash(),
                entry.sameDay(),
                entry.missed(),
                null);
    }

    /** Nothing but dates, and not whose they are: what is not in it cannot be shown by mistake. */
    private static HouseholdView datesOnly(HouseholdView view, List<Alert> alerts) {
        return new HouseholdView(
                view.frame(),
                view.consent(),
                alerts.stream().map(Sheets::nameless).distinct().toList(),
                List.of(),
                List.of(),
                view.calendar().stream().map(Sheets::nameless).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                view.addressesHidden());
    }

    private static HouseholdView with(HouseholdView view, List<Alert> alerts, List<Member> members) {
        return new HouseholdView(
                view.frame(),
                view.consent(),
                alerts,
                members,
                view.lanes(),
                view.calendar(),
                view.clashes(),
                view.appointments(),
                view.deadlines(),
                view.measures(),
                view.anonymous(),
                view.incomes(),
                view.children(),
                view.homes(),
                view.disagreements(),
                view.timeline(),
                view.sources(),
                view.notCovered(),
                view.addressesHidden());
    }
}
