package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import dk.samblik.view.Frame.Participant;
import dk.samblik.view.Frame.RegisterShown;
import dk.samblik.view.Frame.Scope;
import dk.samblik.view.Frame.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The frames of many households in four questions, as they stand now. Holds no content, so it needs no grant. */
final class Frames {

    private static final String HOUSEHOLDS = """
            select h.household_id, h.number, h.area, h.coordinator, s.name, h.meeting_date, h.enrolled, h.exit_date,
              h.view_version, v.published_at
              from household h
              left join view_version v on v.household_id = h.household_id and v.version = h.view_version
              left join lateral (select name from staff where staff.subject = h.coordinator limit 1) s on true
             where h.household_id = any (cast(:ids as uuid[]))
            """;
    private static final String MEMBERS = """
            select m.household_id, m.person_id, m.participation, m.relation
              from member m join household h on h.household_id = m.household_id
             where m.household_id = any (cast(:ids as uuid[])) and m.participation in ('PARTICIPANT', 'DECLINED')
               and (m.member_to is null or m.member_to >= least(:today, h.exit_date))
            """;
    private static final String IN_FORCE = """
            select person_id, source, categories, period_back, valid_from, valid_to from consent_in_force
             where household_id = any (cast(:ids as uuid[])) and valid_from <= :today and valid_to >= :today
            """;
    private static final String CONSENTS = """
            select person_id, status, sources, categories, period_back, valid_from, valid_to, withdrawn_at, recorded_at
              from consent where household_id = any (cast(:ids as uuid[])) order by recorded_at, version
            """;

    private final Database database;
    private final List<RegisterShown> registers;

    Frames(Database database, List<RegisterShown> registers) {
        this.database = database;
        this.registers = registers.stream()
                .sorted(Comparator.comparing(RegisterShown::source).thenComparing(RegisterShown::register))
                .toList();
    }

    /** A frame as it stands and the history its consents have. */
    record Framed(Frame frame, Map<PersonId, ConsentHistory> consents) {

        /** The frame as it was when a version was published; who takes part is as now. */
        Frame at(int version, Instant published) {
            List<Participant> then = frame.participants().stream()
                    .map(participant -> at(participant, published))
                    .toList();
            return new Frame(
                    frame.household(),
                    frame.number(),
                    frame.area(),
                    frame.coordinator(),
                    frame.coordinatorName(),
                    frame.meeting(),
                    frame.enrolled(),
                    frame.exit(),
                    version,
                    published,
                    then,
                    frame.adultsNotTakingPart(),
                    frame.registers());
        }

        /** A consent that was recorded and never came into force has no past either. */
        private Participant at(Participant now, Instant moment) {
            Map<Department, Scope> scopes = now.standing() == Standing.NOT_YET
                    ? Map.of()
                    : consents.getOrDefault(now.id(), new ConsentHistory(List.of()))
                            .scopesAt(moment);
            Standing standing = scopes.isEmpty() ? Standing.NOT_YET : Standing.IN_FORCE;
            return new Participant(
                    now.id(), now.relation(), standing, now.validFrom(), now.validTo(), scopes, Map.of());
        }
    }

    private record MemberRow(HouseholdId household, PersonId person, String participation, String relation) {
        boolean takesPart() {
            return participation.equals("PARTICIPANT");
        }
    }

    private record InForce(PersonId person, Department source, LocalDate from, Scope scope) {}

    Map<HouseholdId, Framed> find(Collection<HouseholdId> households, LocalDate today, Instant now) {
        String[] ids = households.stream().map(HouseholdId::toString).toArray(String[]::new);
        Map<HouseholdId, List<MemberRow>> members =
                members(ids, today).stream().collect(Collectors.groupingBy(MemberRow::household));
        Map<PersonId, List<InForce>> inForce =
                inForce(ids, today).stream().collect(Collectors.groupingBy(InForce::person));
        Map<PersonId, ConsentHistory> consents = consents(ids).stream()
                .collect(Collectors.groupingBy(
                        ConsentHistory.Version::person,
                        Collectors.collectingAndThen(Collectors.toList(), ConsentHistory::new)));
        Map<HouseholdId, Framed> found = new HashMap<>();
        database.sql().sql(HOUSEHOLDS).param("ids", ids).query(row -> {
            HouseholdId id = new HouseholdId(row.getObject("household_id", UUID.class));
            List<MemberRow> own = members.getOrDefault(id, List.of());
            List<Participant> participants = own.stream()
                    .filter(MemberRow::takesPart)
                    .map(member -> participant(member, inForce, consents, now))
                    .sorted(Comparator.comparing(participant -> participant.id().value()))
                    .toList();
            found.put(id, new Framed(frame(id, row, participants, declined(own)), consents));
        });
        return found;
    }

    private static int declined(List<MemberRow> members) {
        return (int) members.stream()
                .filter(member -> !member.takesPart() && !Members.child(member.relation()))
                .count();
    }

    private Frame frame(HouseholdId id, ResultSet row, List<Participant> participants, int declined)
            throws SQLException {
        return new Frame(
                id,
                row.getString("number"),
                row.getString("area"),
                row.getString("coordinator"),
                row.getString("name"),
                row.getObject("meeting_date", LocalDate.class),
                row.getObject("enrolled", LocalDate.class),
                row.getObject("exit_date", LocalDate.class),
                row.getInt("view_version"),
                instant(row, "published_at"),
                participants,
                declined,
                registers);
    }

    private static Participant participant(
            MemberRow member,
            Map<PersonId, List<InForce>> inForce,
            Map<PersonId, ConsentHistory> consents,
            Instant now) {
        List<InForce> own = inForce.getOrDefault(member.person(), List.of());
        ConsentHistory history = consents.getOrDefault(member.person(), new ConsentHistory(List.of()));
        Map<Department, Scope> scopes = new EnumMap<>(Department.class);
        own.forEach(one -> scopes.put(one.source(), one.scope()));
        Optional<ConsentHistory.Version> last = history.last();
        return new Participant(
                member.person(),
                member.relation(),
                own.isEmpty() ? history.standing(now) : Standing.IN_FORCE,
                own.stream()
                        .map(InForce::from)
                        .min(LocalDate::compareTo)
                        .or(() -> last.map(ConsentHistory.Version::from))
                        .orElse(null),
                scopes.values().stream()
                        .map(Scope::until)
                        .min(LocalDate::compareTo)
                        .or(() -> last.map(ConsentHistory.Version::to))
                        .orElse(null),
                scopes,
                history.withdrawn(scopes.keySet()));
    }

    private List<MemberRow> members(String[] ids, LocalDate today) {
        return database.sql()
                .sql(MEMBERS)
                .param("ids", ids)
                .param("today", today)
                .query((row, number) -> new MemberRow(
                        new HouseholdId(row.getObject(1, UUID.class)),
                        new PersonId(row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getString(4)))
                .list();
    }

    private List<InForce> inForce(String[] ids, LocalDate today) {
        return database.sql()
                .sql(IN_FORCE)
                .param("ids", ids)
                .param("today", today)
                .query((row, number) -> new InForce(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        Department.valueOf(row.getString("source")),
                        row.getObject("valid_from", LocalDate.class),
                        new Scope(
                                Sections.categories(
                                        (String[]) row.getArray("categories").getArray()),
                                Period.parse(row.getString("period_back")),
                                row.getObject("valid_to", LocalDate.class))))
                .list();
    }

    private List<ConsentHistory.Version> consents(String[] ids) {
        return database.sql()
                .sql(CONSENTS)
                .param("ids", ids)
                .query((row, number) -> new ConsentHistory.Version(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("status"),
                        sources((String[]) row.getArray("sources").getArray()),
                        Sections.categories(
                                (String[]) row.getArray("categories").getArray()),
                        Period.parse(row.getString("period_back")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        instant(row, "withdrawn_at"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Set<Department> sources(String[] names) {
        Set<Department> sources = EnumSet.noneOf(Department.class);
        Stream.of(names).map(Department::valueOf).forEach(sources::add);
        return sources;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
