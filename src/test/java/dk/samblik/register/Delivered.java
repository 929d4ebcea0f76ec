package dk.samblik.register;

import dk.samblik.campaign.Malformed;
import dk.samblik.consent.Chunk;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.consent.Consenting;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Answer;
import dk.samblik.mapping.Mapper;
import dk.samblik.mapping.TestMapper;
import dk.samblik.run.Fates;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A register's delivery in a folder of its own, read and mapped as a night does it, after a good one of the time before:
 * what became of it, in one word where it is refused, else row by row.
 */
final class Delivered {

    static final List<String> PEOPLE = List.of("1203859900", "0705799901", "2309989900");
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 18);
    private static final Mapper MAPPER = TestMapper.shipped();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestDatabase database;
    private final String register;
    private final String before;
    private final Map<String, Long> rowsBefore;

    /** {@code before} is the name of the delivery before, which had these rows. */
    Delivered(TestDatabase database, String register, String before, Map<String, Long> rowsBefore) {
        this.database = database;
        this.register = register;
        this.before = before;
        this.rowsBefore = Map.copyOf(rowsBefore);
    }

    /** Lays files into a folder. */
    interface Laying {
        void into(Path folder) throws IOException;
    }

    /** One household of the people in the sample, everybody of whom has said yes to everything. */
    static Chunk chunk() {
        ConsentedPerson[] people = PEOPLE.stream()
                .map(number -> Consenting.yes(
                        UUID.nameUUIDFromBytes(number.getBytes()),
                        List.of(Cpr.read(number).orElseThrow()),
                        EnumSet.allOf(Department.class),
                        Period.ofYears(3)))
                .toArray(ConsentedPerson[]::new);
        return Consenting.chunk(NIGHT, Consenting.household(people));
    }

    /** The first of them. */
    static PersonId first() {
        return new PersonId(UUID.nameUUIDFromBytes(PEOPLE.get(0).getBytes()));
    }

    /** What the mapper makes of a reading: the one fate of every row in it. */
    static Fates fates(Reading reading) {
        Answer answer = MAPPER.map(reading);
        return answer.fates().values().stream().reduce(Fates.NONE, Fates::plus);
    }

    /** What becomes of what is laid there. */
    String outcome(Laying laying) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "malformed", register + COUNT.incrementAndGet()));
        clear(folder);
        laying.into(folder);
        CivilClock clock = new CivilClock(Clock.systemUTC());
        DeliveryLog log = new DeliveryLog(database.pipeline(), clock);
        database.pipeline().sql().sql("delete from delivery").update();
        log.accept(register, before, clock.now(), new DeliveryLog.Known(rowsBefore, Map.of()));
        RegisterSettings settings = RegisterTests.folder(folder);
        Registers registers = new Registers(RegisterTests.mappings(Path.of("mappings")), settings);
        try {
            return accounted(new Deliveries(registers, settings, log, clock), registers.named(register));
        } catch (RegisterUnavailable refused) {
            return refused.reason();
        } finally {
            clear(folder);
        }
    }

    private String accounted(Deliveries deliveries, RegisterFile file) {
        Reading reading = RegisterTests.read(deliveries, chunk(), register);
        Set<String> kinds = file.tables().stream().map(RegisterFile.Table::name).collect(Collectors.toSet());
        Predicate<Row> counted = row -> kinds.contains(row.table());
        Fates fates = fates(reading);
        long asked = reading.rows().stream().filter(counted).count();
        if (asked != fates.read()) {
            return asked + " rows asked for and " + fates.read() + " accounted for";
        }
        long nobodys = deliveries.unattributed(register).orElseThrow().size();
        long all = deliveries.rows(register).entrySet().stream()
                .filter(table -> kinds.contains(table.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return Malformed.sum(fates, nobodys, all - asked - nobodys);
    }

    private static void clear(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static String lines(String... lines) {
        return Arrays.stream(lines).collect(Collectors.joining("\n", "", "\n"));
    }
}
