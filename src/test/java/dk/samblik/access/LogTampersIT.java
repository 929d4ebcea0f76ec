package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.campaign.Campaign;
import dk.samblik.household.Category;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.household.RunId;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever owns the database, or the second place, changes something; the verifier names the first place that is wrong. */
class LogTampersIT {

    private static final Campaign CAMPAIGN = Campaign.named("log-tampers");
    private static final int CHECKPOINTS = 12;
    private static final int TAIL = 5;

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final LogRows STORED = new LogRows(DATABASE.audit());
    private static final List<Long> VOUCHED = new ArrayList<>();

    private static TestProof proof;
    private static Tampered log;
    private static CheckpointKey retired;
    private static int firstOfNewKey;

    /** What is done, and what must be named for it. */
    enum Tamper {
        EDIT,
        DELETE,
        INSERT,
        SWAP,
        CUT_TAIL,
        EDIT_AND_RECHAIN,
        DELETE_AND_RECHAIN,
        INSERT_AND_RECHAIN,
        ROWS_OF_ANOTHER_NODE,
        LOG_OF_ANOTHER_NODE,
        CHECKPOINT_EDITED,
        CHECKPOINTS_CUT,
        CHECKPOINT_TAKEN_OUT,
        CHECKPOINTS_SWAPPED,
        SIGNED_BY_ANOTHER_KEY,
        SIGNED_BY_A_KNOWN_NAME,
        SIGNED_BY_A_REPLACED_KEY,
        RECHAINED_AND_CHECKPOINTS_CUT
    }

    /** The first bad row and the first bad checkpoint. */
    private record Named(OptionalLong row, OptionalLong checkpoint) {

        static Named row(long seq) {
            return new Named(OptionalLong.of(seq), OptionalLong.empty());
        }

        static Named checkpoint(long number) {
            return new Named(OptionalLong.empty(), OptionalLong.of(number));
        }
    }

    @BeforeAll
    static void aLogOfADay() throws IOException, GeneralSecurityException {
        Random random = CAMPAIGN.random("log");
        ShiftedClock time = new ShiftedClock();
        proof = new TestProof(DATABASE.audit(), TestAccess.folder("tampers"), new CivilClock(time));
        long rows = 0;
        for (int number = 1; number <= CHECKPOINTS; number++) {
            rows += record(5 + random.nextInt(10), random);
            if (number == CHECKPOINTS / 2) {
                retired = CheckpointKey.read(Files.readString(proof.key()));
                proof.keys().renew();
                firstOfNewKey = number;
            }
            time.shift(Duration.ofMinutes(5));
            proof.look();
            VOUCHED.add(rows);
        }
        rows += record(TAIL, random);
        JdbcClient owner = JdbcClient.create(DATABASE.owner());
        log = new Tampered(owner, STORED, proof.file(), rows);
        owner.sql("update access_log set actor = 'another node'").update();
        log.rechain(1, STORED);
        owner.sql("create table other_access_log as table access_log").update();
        CAMPAIGN.figure("rows of the log", rows);
        CAMPAIGN.figure("checkpoints of the log", CHECKPOINTS);
    }

    private static int record(int rows, Random random) {
        List<Access> accesses = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            accesses.add(new Access(
                    random.nextBoolean() ? Access.Action.FETCH : Access.Action.VIEW,
                    Viewer.HUB,
                    "samlet blik",
                    HouseholdId.random(),
                    random.nextBoolean() ? PersonId.random() : null,
                    random.nextBoolean() ? Department.SOCIAL : null,
                    random.nextBoolean() ? Set.of(Category.MEASURES, Category.BENEFITS) : Set.of(),
                    random.nextBoolean() ? List.of("s1/2", "s1/3") : List.of(),
                    random.nextBoolean() ? random.nextInt(1, 50) : null,
                    "OK",
                    "request-" + random.nextInt(1000),
                    random.nextBoolean() ? RunId.random() : null));
        }
        proof.log().record(accesses);
        return rows;
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void whole() throws IOException {
        log.heal();
        assertThat(proof.verify().verify().holds()).as("it is whole before").isTrue();
    }

    @ParameterizedTest
    @EnumSource(Tamper.class)
    void theFirstBadPlaceIsNamed(Tamper tamper) throws IOException, GeneralSecurityException {
        Random random = CAMPAIGN.random(tamper.name());
        int times = CAMPAIGN.tier(120, 2000) / Tamper.values().length + 1;
        for (int time = 1; time <= times; time++) {
            Named expected = tamper(tamper, random);
            LogVerify.Verdict verdict = proof.verify().verify();

            assertThat(new Named(verdict.firstBad(), verdict.firstBadCheckpoint()))
                    .as("%s, no. %s of seed %s", tamper, time, CAMPAIGN.seed())
                    .isEqualTo(expected);
            expected.row()
                    .ifPresent(
                            row -> assertThat(verdict.provenTo()).as("proven").isLessThan(row));
            CAMPAIGN.count("tampers", 1);
            CAMPAIGN.count("tampers whose first bad place was named", 1);
            log.heal();
        }
    }

    private static Named tamper(Tamper tamper, Random random) throws IOException, GeneralSecurityException {
        return switch (tamper) {
            case CHECKPOINT_EDITED,
                    CHECKPOINTS_CUT,
                    CHECKPOINT_TAKEN_OUT,
                    CHECKPOINTS_SWAPPED,
                    SIGNED_BY_ANOTHER_KEY,
                    SIGNED_BY_A_KNOWN_NAME,
                    SIGNED_BY_A_REPLACED_KEY -> ofTheSecondPlace(tamper, random);
            case CUT_TAIL,
                    EDIT_AND_RECHAIN,
                    DELETE_AND_RECHAIN,
                    INSERT_AND_RECHAIN,
                    LOG_OF_ANOTHER_NODE,
                    RECHAINED_AND_CHECKPOINTS_CUT -> thatHoldsTogether(tamper, random);
            default -> ofRows(tamper, random);
        };
    }

    /** Rows are changed and nothing is done about it. */
    private static Named ofRows(Tamper tamper, Random random) {
        long row = random.nextLong(2, log.size());
        switch (tamper) {
            case EDIT -> log.edit(row, random);
            case DELETE -> log.delete(row, random.nextLong(row, log.size() + 1));
            case INSERT -> {
                log.move(row - 1, 1);
                log.copy(another(row, random), row);
            }
            case SWAP -> {
                log.delete(row - 1, row);
                log.copy(row, row - 1);
                log.copy(row - 1, row);
                return Named.row(row - 1);
            }
            default -> {
                log.delete(row, row);
                log.owner()
                        .sql("insert into access_log select * from other_access_log where seq = ?")
                        .param(row)
                        .update();
            }
        }
        return Named.row(row);
    }

    private static long another(long row, Random random) {
        long chosen = random.nextLong(1, log.size());
        return chosen < row ? chosen : chosen + 1;
    }

    /** The first row at or after this one that a checkpoint vouches for. */
    private static long vouchedFrom(long row) {
        return VOUCHED.stream().filter(seq -> seq >= row).findFirst().orElseThrow();
    }

    /** Rows are changed, and the chain after them and its head are made to fit. */
    private static Named thatHoldsTogether(Tamper tamper, Random random) throws IOException {
        long row = random.nextLong(1, VOUCHED.get(CHECKPOINTS - 1));
        switch (tamper) {
            case CUT_TAIL -> {
                log.delete(row + 1, log.size());
                log.head(new LogHead(row, log.row(row).link()));
                return Named.row(row + 1);
            }
            case DELETE_AND_RECHAIN -> {
                log.delete(row, row);
                log.move(row, -1);
            }
            case INSERT_AND_RECHAIN -> {
                log.move(row - 1, 1);
                log.copy(another(row, random), row);
            }
            case LOG_OF_ANOTHER_NODE -> {
                log.delete(1, log.size());
                log.owner()
                        .sql("insert into access_log select * from other_access_log")
                        .update();
                row = 1;
            }
            default -> log.edit(row, random);
        }
        log.rechain(row, STORED);
        if (tamper == Tamper.RECHAINED_AND_CHECKPOINTS_CUT) {
            int contradicting = VOUCHED.indexOf(vouchedFrom(row));
            log.write(log.lines().subList(0, contradicting));
            return Named.checkpoint(contradicting + 1);
        }
        return Named.row(vouchedFrom(row));
    }

    private static Named ofTheSecondPlace(Tamper tamper, Random random) throws IOException, GeneralSecurityException {
        List<String> lines = log.lines();
        int at = random.nextInt(CHECKPOINTS);
        switch (tamper) {
            case CHECKPOINT_EDITED -> lines.set(at, edited(lines.get(at), random));
            case CHECKPOINTS_CUT -> lines.subList(at, CHECKPOINTS).clear();
            case CHECKPOINT_TAKEN_OUT -> lines.remove(at);
            case CHECKPOINTS_SWAPPED -> {
                at = random.nextInt(CHECKPOINTS - 1);
                Collections.swap(lines, at, random.nextInt(at + 1, CHECKPOINTS));
            }
            case SIGNED_BY_A_REPLACED_KEY -> {
                at = random.nextInt(firstOfNewKey, CHECKPOINTS);
                lines.set(at, signed(lines.get(at), retired));
            }
            default -> {
                KeyPair pair = CheckpointKey.pair();
                String name = tamper == Tamper.SIGNED_BY_A_KNOWN_NAME
                        ? Checkpoint.read(lines.get(at)).orElseThrow().key()
                        : CheckpointKey.id(pair.getPublic());
                lines.set(at, signed(lines.get(at), new CheckpointKey(name, pair.getPrivate())));
            }
        }
        log.write(lines);
        return Named.checkpoint(at + 1L);
    }

    /** One character is another. */
    private static String edited(String line, Random random) {
        int at = random.nextInt(line.length());
        char instead = (char) ('0' + random.nextInt(10));
        return line.charAt(at) == instead
                ? edited(line, random)
                : line.substring(0, at) + instead + line.substring(at + 1);
    }

    private static String signed(String line, CheckpointKey key) {
        Checkpoint old = Checkpoint.read(line).orElseThrow();
        Checkpoint renamed =
                new Checkpoint(old.number(), old.seq(), old.link(), old.at(), old.rows(), key.id(), old.previous(), "");
        String signature = Base64.getEncoder().encodeToString(key.sign(renamed.signed()));
        return renamed.line().replace("\"signature\":\"", "\"signature\":\"" + signature);
    }

    /** What the promise does not cover, shown so that nobody believes more. */
    @Test
    void whatCameAfterTheLastCheckpointCanBeCutUnnoticedUntilTheNext() throws IOException {
        long last = VOUCHED.get(CHECKPOINTS - 1);
        log.delete(last + 1, log.size());
        log.head(new LogHead(last, log.row(last).link()));

        assertThat(proof.verify().verify().holds()).isTrue();
        assertThat(proof.verify().verify().provenTo()).isEqualTo(last);
        CAMPAIGN.figure("rows after the last checkpoint, which can be cut unnoticed", TAIL);
    }

    @Test
    void theFileOfCheckpointsIsPlainAscii() throws IOException {
        assertThat(Files.readString(proof.file(), StandardCharsets.US_ASCII).lines())
                .hasSize(CHECKPOINTS)
                .allMatch(line -> line.startsWith("{\"number\":") && line.endsWith("\"}"));
    }
}
