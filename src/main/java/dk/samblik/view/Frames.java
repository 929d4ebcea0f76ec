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
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The frames of many households in four questions, as they stand now. Holds no content, so it needs no grant. */
final class Frames {

    private static final String HOUSEHOLDS = """
            select h.household_id, h.number, h.area, h.coordinator, s.name, h.meeting_date, h.meeting_time, h.enrolled,
              h.exit_date, h.view_version, v.published_at
              from household h
              left join view_version v on v.household_id = h.household_id and v.version = h.view_version
              left join lateral (select name from staff where staff.subject = h.coordinator limit 1) s on true
             where h.household_id = any (cast(:ids as uuid[]))
            """;
    private final Database database;
    private final ConsentRows rows;
    private final List<RegisterShown> registers;

    Frames(Database database, List<RegisterShown> registers) {
        this.database = database;
        this.rows = new ConsentRows(database);
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
                    frame.meetingTime(),
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
            ConsentHistory history = consents.getOrDefault(now.id(), new ConsentHistory(List.of()));
            Map<Department, Scope> scopes = now.standing() == Standing.NOT_YET ? Map.of() : history.scopesAt(moment);
            Standing standing = scopes.isEmpty() ? Standing.NOT_YET : Standing.IN_FORCE;
            Map<Department, Instant> withdrawn = history.withdrawn(scopes.keySet());
            withdrawn.values().removeIf(taken -> taken.isAfter(moment));
            return new Participant(
                    now.id(), now.relation(), standing, now.validFrom(), now.validTo(), scopes, withdrawn);
        }
    }

    Map<HouseholdId, Framed> find(Collection<HouseholdId> households, LocalDate today, Instant now) {
        String[] ids = households.stream().map(HouseholdId::toString).toArray(String[]::new);
        Map<HouseholdId, List<ConsentRows.MemberRow>> members =
                rows.members(ids, today).stream().collect(Collectors.groupingBy(ConsentRows.MemberRow::household));
        Map<PersonId, List<ConsentRows.InForce>> inForce =
                rows.inForce(ids, today).stream().collect(Collectors.groupingBy(ConsentRows.InForce::person));
        Map<PersonId, ConsentHistory> consents = rows.consents(ids).stream()
                .collect(Collectors.groupingBy(
                        ConsentHistory.Version::person,
                        Collectors.collectingAndThen(Collectors.toList(), ConsentHistory::new)));
        Map<HouseholdId, Framed> found = new HashMap<>();
        database.sql().sql(HOUSEHOLDS).param("ids", ids).query(row -> {
            HouseholdId id = new HouseholdId(row.getObject("household_id", UUID.class));
            List<ConsentRows.MemberRow> own = members.getOrDefault(id, List.of());
            List<Participant> participants = own.stream()
                    .filter(ConsentRows.MemberRow::takesPart)
                    .map(member -> participant(member, inForce, consents, now))
                    .sorted(Comparator.comparing(participant -> participant.id().value()))
                    .toList();
            found.put(id, new Framed(frame(id, row, participants, declined(own)), consents));
        });
        return found;
    }

    private static int declined(List<ConsentRows.MemberRow> members) {
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
                row.getObject("meeting_time", LocalTime.class),
                row.getObject("enrolled", LocalDate.class),
                row.getObject("exit_date", LocalDate.class),
                row.getInt("view_version"),
                ConsentRows.instant(row, "published_at"),
                participants,
                declined,
                registers);
    }

    private static Participant participant(
            ConsentRows.MemberRow member,
            Map<PersonId, List<ConsentRows.InForce>> inForce,
            Map<PersonId, ConsentHistory> consents,
            Instant now) {
        List<ConsentRows.InForce> own = inForce.getOrDefault(member.person(), List.of());
        ConsentHistory history = consents.getOrDefault(member.person(), new ConsentHistory(List.of()));
        Map<Department, Scope> scopes = new EnumMap<>(Department.class);
        own.forEach(one -> scopes.put(one.source(), one.scope()));
        Optional<ConsentHistory.Version> last = history.last();
        return new Participant(
                member.person(),
                member.relation(),
                own.isEmpty() ? history.standing(now) : Standing.IN_FORCE,
                own.stream()
                        .map(ConsentRows.InForce::from)
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
}
