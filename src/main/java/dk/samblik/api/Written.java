package dk.samblik.api;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Coded;
import dk.samblik.team.Seeing;
import dk.samblik.view.CalendarEntry;
import dk.samblik.view.Disagreement;
import dk.samblik.view.Frame;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Lane;
import dk.samblik.view.Member;
import dk.samblik.view.Provenance;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a view as the interface's document. Everything goes through the reader's cut first, as on the pages. */
final class Written {

    private static final int DANISH_DIGITS = 8;

    private final HouseholdView view;

    private Written(HouseholdView cut) {
        this.view = cut;
    }

    static Household of(HouseholdView whole, Seeing seeing) {
        Frame frame = whole.frame();
        HouseholdView cut = seeing.of(whole);
        Written written = new Written(cut);
        return new Household(
                frame.household().value(),
                frame.number(),
                frame.area(),
                frame.version(),
                frame.published(),
                frame.coordinatorName(),
                frame.meeting(),
                frame.exit(),
                new Parts.ConsentInForce(
                        cut.consent().adultsInForce(),
                        cut.consent().adults(),
                        cut.consent().sourcesInForce(),
                        cut.consent().sources(),
                        cut.consent().firstEnd(),
                        cut.consent().lastEnd()),
                cut.addressesHidden(),
                seeing.closedToRole(whole).stream().sorted().toList(),
                seeing.closedByConsent(whole).stream().sorted().toList(),
                all(
                        cut.alerts(),
                        one -> new Parts.AlertFact(
                                one.kind(),
                                one.date(),
                                id(one.person()),
                                one.department(),
                                code(one.what()),
                                one.number())),
                all(cut.members(), Written::person),
                all(cut.lanes(), written::section),
                all(cut.calendar(), Written::date),
                all(cut.disagreements(), Written::difference),
                all(
                        cut.timeline(),
                        one -> new Parts.Event(
                                one.date(),
                                one.kind(),
                                one.person().value(),
                                one.department(),
                                code(one.what()),
                                one.text(),
                                source(one.from()))));
    }

    /** How consents stand; nothing of what proves them. */
    static Household.Consents consents(Frame frame) {
        return new Household.Consents(
                frame.household().value(),
                all(
                        frame.participants(),
                        one -> new Parts.MemberConsent(
                                one.id().value(),
                                one.relation(),
                                one.standing(),
                                one.validFrom(),
                                one.validTo(),
                                one.scopes().entrySet().stream()
                                        .sorted(Map.Entry.comparingByKey())
                                        .map(scope -> new Parts.MemberConsent.Scope(
                                                scope.getKey(),
                                                new TreeSet<>(scope.getValue().categories()),
                                                scope.getValue().until()))
                                        .toList(),
                                one.withdrawn().entrySet().stream()
                                        .sorted(Map.Entry.comparingByKey())
                                        .map(back -> new Parts.MemberConsent.Withdrawn(back.getKey(), back.getValue()))
                                        .toList())));
    }

    private Section section(Lane lane) {
        Department department = lane.department();
        SectionFacts facts = new SectionFacts(view, department);
        List<String> mappings = lane.members().stream()
                .flatMap(member -> Stream.ofNullable(member.mapping()))
                .distinct()
                .toList();
        return new Section(
                department,
                lane.state(),
                lane.title(),
                lane.note().fetched(),
                lane.note().asOf(),
                mappings.size() == 1 ? mappings.get(0) : null,
                lane.note().staleSince(),
                lane.note().reason(),
                lane.note().looksBack(),
                lane.note().withdrawn(),
                lane.note().quarantined(),
                all(
                        lane.members(),
                        one -> new Parts.MemberState(
                                one.person().value(),
                                one.state(),
                                one.answered(),
                                one.asOf(),
                                one.staleSince(),
                                one.reason(),
                                one.mapping())),
                all(lane.contacts(), Written::contact),
                facts.cases(lane),
                facts.measures(),
                facts.counted(),
                facts.benefits(),
                facts.classifications(),
                facts.paidHours(),
                facts.educations(),
                facts.appointments(),
                facts.deadlines(),
                facts.enrolments(),
                facts.absences(),
                facts.attendance(),
                facts.careHours(),
                facts.tenancies());
    }

    private static Parts.Person person(Member one) {
        return new Parts.Person(
                one.id().value(),
                one.kind(),
                one.ordinal(),
                one.name(),
                one.age(),
                one.relation(),
                one.protectedAddress(),
                one.address(),
                one.involved(),
                one.consent(),
                one.consentUntil());
    }

    private static Parts.Contact contact(Lane.Contact one) {
        return new Parts.Contact(
                one.persons().stream().map(PersonId::value).sorted().toList(),
                one.name(),
                code(one.role()),
                one.primary(),
                one.title(),
                phone(one.phone()),
                one.email(),
                one.unit(),
                source(one.from()));
    }

    private static Parts.CalendarDate date(CalendarEntry one) {
        return new Parts.CalendarDate(
                one.date(),
                one.start(),
                one.end(),
                one.kind(),
                id(one.person()),
                one.department(),
                code(one.what()),
                code(one.status()),
                one.form(),
                one.place(),
                one.clash(),
                one.sameDay(),
                one.missed(),
                one.from() == null ? null : source(one.from()));
    }

    private static Parts.Difference difference(Disagreement one) {
        return new Parts.Difference(
                one.person().value(),
                one.kind(),
                one.rule(),
                one.hidden(),
                all(one.values(), value -> new Parts.Difference.Value(value.register(), value.text(), value.asOf())));
    }

    static <S, T> List<T> all(List<S> from, Function<S, T> to) {
        return from.stream().map(to).toList();
    }

    static Parts.Source source(Provenance from) {
        return new Parts.Source(from.register(), from.source(), from.asOf(), from.fetched(), from.mapping());
    }

    static Parts.@Nullable Code code(@Nullable Coded coded) {
        return coded == null ? null : said(coded);
    }

    static Parts.Code said(Coded coded) {
        return new Parts.Code(coded.code(), coded.text(), coded.canonical(), coded.known());
    }

    private static @Nullable UUID id(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    /** A Danish number as machines dial it; any other as it stands. */
    private static @Nullable String phone(@Nullable String written) {
        String digits = written == null ? "" : written.replaceAll("\\s", "");
        return digits.matches("\\d{" + DANISH_DIGITS + "}") ? "+45" + digits : written;
    }
}
