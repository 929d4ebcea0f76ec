package dk.samblik.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dk.samblik.consent.Chunk;
import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.consent.Consenting;
import dk.samblik.demo.DemoRegisters;
import dk.samblik.demo.World;
import dk.samblik.demo.WorldSize;
import dk.samblik.demo.bolig.TenancyRow;
import dk.samblik.demo.enrolment.EnrolledHousehold;
import dk.samblik.demo.enrolment.PlannedConsent;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Planted;
import dk.samblik.demo.social.Citizen;
import dk.samblik.household.Cpr;
import dk.samblik.household.Department;
import dk.samblik.register.Reading;
import dk.samblik.register.Row;
import dk.samblik.run.Fates;
import dk.samblik.storage.Login;
import dk.samblik.storage.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Every row planted in the registers of the example municipality becomes what its plan says, and nothing else appears. */
class MunicipalityTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 17);
    private static final World WORLD = World.make(998, NIGHT, WorldSize.TINY);
    private static final Mappings MAPPINGS = new Mappings(Path.of("mappings"));
    private static final Map<String, Department> SOURCES = Map.of(
            "jobcenter", Department.EMPLOYMENT,
            "boern-og-unge", Department.CHILDREN,
            "social", Department.SOCIAL,
            "bolig", Department.HOUSING);

    @TestFactory
    Stream<DynamicTest> whatIsPlantedIsFound() {
        return MAPPINGS.all().stream()
                .flatMap(mapping -> Stream.of(
                        dynamicTest(
                                mapping.register() + " facts",
                                () -> assertThat(lines(mapping.register()))
                                        .isNotEmpty()
                                        .isEqualTo(plannedLines(mapping.register()))),
                        dynamicTest(
                                mapping.register() + " fates",
                                () -> assertThat(fates(mapping.register()))
                                        .isEqualTo(plannedFates(mapping.register())))));
    }

    private static Map<Integer, List<String>> lines(String register) throws Exception {
        Answer answer = answer(register);
        Map<Integer, List<String>> lines = new TreeMap<>();
        for (Map.Entry<Integer, ConsentedPerson> asked : asked(register).entrySet()) {
            Answer.Outcome.Answered answered = (Answer.Outcome.Answered)
                    answer.persons().get(asked.getValue().id());
            String name = WORLD.town().person(asked.getKey()).shownName();
            List<String> found = new FactLines(register, name, answered.facts()).sorted();
            if (!found.isEmpty()) {
                lines.put(asked.getKey(), found);
            }
        }
        return lines;
    }

    private static Map<Integer, List<String>> plannedLines(String register) {
        Set<Integer> asked = asked(register).keySet();
        return planted(register).stream()
                .filter(row -> row.fate().equals(Fate.MAPPED))
                .flatMap(row -> row.seen().stream())
                .filter(seen -> asked.contains(seen.person()) && !seen.line().startsWith("disagree"))
                .collect(Collectors.groupingBy(
                        seen -> seen.person(), TreeMap::new, Collectors.mapping(seen -> seen.line(), sorted())));
    }

    private static java.util.stream.Collector<String, ?, List<String>> sorted() {
        return Collectors.collectingAndThen(
                Collectors.toList(), all -> all.stream().sorted().toList());
    }

    private static Fates fates(String register) throws Exception {
        return answer(register).fates().values().stream().reduce(Fates.NONE, Fates::plus);
    }

    private static Fates plannedFates(String register) {
        Set<Integer> asked = asked(register).keySet();
        return planted(register).stream()
                .filter(row -> row.owners().stream().anyMatch(asked::contains))
                .map(row -> switch (row.fate().kind()) {
                    case MAPPED -> new Fates(1, 0, 0, 0);
                    case QUARANTINED -> new Fates(0, 1, 0, 0);
                    case FILTERED -> new Fates(0, 0, 1, 0);
                    case DUPLICATE -> new Fates(0, 0, 0, 1);
                    case NOBODYS, UNREAD -> Fates.NONE;
                })
                .reduce(Fates.NONE, Fates::plus);
    }

    private static List<? extends Planted<?>> planted(String register) {
        return switch (register) {
            case "jobcenter" -> WORLD.jobcenter();
            case "boern-og-unge" -> WORLD.bu().counted();
            case "social" -> WORLD.social().counted();
            default -> WORLD.bolig();
        };
    }

    private static Answer answer(String register) throws Exception {
        return new Mapper(MAPPINGS)
                .map(new Reading(register, chunk(register), Instant.EPOCH, rows(register), Set.of(), Map.of()));
    }

    private static Chunk chunk(String register) {
        Map<Integer, ConsentedPerson> asked = asked(register);
        return Consenting.chunk(
                NIGHT,
                WORLD.desk().households().stream()
                        .map(household -> Consenting.household(
                                household.id(),
                                household.inForce().stream()
                                        .map(consent -> asked.get(consent.subject()))
                                        .filter(person -> person != null)
                                        .toList()))
                        .toArray(ConsentedHousehold[]::new));
    }

    /** Whom the register is asked about, by the town's own key. */
    private static Map<Integer, ConsentedPerson> asked(String register) {
        Map<Integer, ConsentedPerson> asked = new TreeMap<>();
        for (EnrolledHousehold household : WORLD.desk().households()) {
            for (PlannedConsent consent : household.inForce()) {
                if (consent.sources().contains(SOURCES.get(register).name())) {
                    Person person = WORLD.town().person(consent.subject());
                    asked.put(
                            person.id(),
                            Consenting.yes(
                                    person.uuid(), numbers(person), Set.of(SOURCES.get(register)), consent.back()));
                }
            }
        }
        return asked;
    }

    private static List<Cpr> numbers(Person person) {
        return Stream.of(person.cpr(), person.identity().earlier())
                .filter(number -> number != null)
                .map(number -> Cpr.read(number).orElseThrow())
                .toList();
    }

    private static List<Row> rows(String register) throws Exception {
        return switch (register) {
            case "jobcenter" ->
                numbered(WORLD.jobcenter().stream()
                        .map(planted -> row(
                                planted.row().table().name(),
                                planted.row().table().columns(),
                                planted.row().values())));
            case "bolig" ->
                numbered(WORLD.bolig().stream()
                        .map(planted -> row(
                                "LEJEMAAL", TenancyRow.COLUMNS, planted.row().values())));
            case "social" -> social();
            default -> bu();
        };
    }

    private static List<Row> numbered(Stream<Row> rows) {
        List<Row> numbered = new ArrayList<>();
        rows.forEach(row -> numbered.add(new Row(row.table(), numbered.size() + 1, null, row.values())));
        return numbered;
    }

    private static Row row(String table, List<String> columns, List<String> written) {
        Map<String, Object> values = new HashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            values.put(columns.get(column), written.get(column));
        }
        return new Row(table, 1, null, values);
    }

    private static List<Row> social() {
        Map<String, ConsentedPerson> byNumber = new HashMap<>();
        asked("social").values().forEach(person -> byNumber.put(person.cpr().digits(), person));
        List<Row> rows = new ArrayList<>();
        for (Citizen citizen : WORLD.social().citizens()) {
            ConsentedPerson person = byNumber.get(citizen.cpr());
            if (person != null && citizen.answer() == Citizen.Answer.OK) {
                citizen.lists().forEach((list, items) -> {
                    if (items != null) {
                        items.forEach(item -> rows.add(new Row(list, rows.size() + 1, person.id(), item)));
                    }
                });
            }
        }
        return rows;
    }

    private static List<Row> bu() throws Exception {
        Login login = TestDatabase.bare("bu_municipality_" + System.nanoTime());
        DriverManagerDataSource owner = new DriverManagerDataSource(login.url(), login.user(), login.password());
        new DemoRegisters(WORLD, Files.createTempDirectory("municipality")).createBu(owner, "reader");
        String[] members = asked("boern-og-unge").values().stream()
                .flatMap(person -> person.numbers().stream().map(Cpr::digits))
                .toArray(String[]::new);
        List<Row> rows = new ArrayList<>();
        for (RecordMapping record : MAPPINGS.find("boern-og-unge").orElseThrow().records()) {
            JdbcClient.create(owner)
                    .sql(Files.readString(Path.of("mappings/boern-og-unge", record.table() + ".sql"))
                            .replace(":?", ":"))
                    .param("members", members)
                    .param("night", Date.valueOf(NIGHT))
                    .query()
                    .listOfRows()
                    .forEach(values -> rows.add(new Row(record.table(), rows.size() + 1, null, values)));
        }
        return rows;
    }
}
