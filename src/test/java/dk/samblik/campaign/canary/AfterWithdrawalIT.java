package dk.samblik.campaign.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.access.KeystoreBackup;
import dk.samblik.access.OwnerKey;
import dk.samblik.access.SealBroken;
import dk.samblik.access.TestAccess;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.campaign.Campaign;
import dk.samblik.campaign.canary.Markers.Field;
import dk.samblik.campaign.canary.Markers.Letters;
import dk.samblik.consent.TestGate;
import dk.samblik.consent.Withdrawal;
import dk.samblik.consent.Withdrawn;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.retention.BackupSettings;
import dk.samblik.retention.TestBackups;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is withdrawn is gone: afterwards no marker is readable in the files of the database, its log ahead of writing, the
 * backups and the keys, neither as it lies there nor by any key that is left.
 */
class AfterWithdrawalIT {

    private static final Campaign CAMPAIGN = Campaign.named("after-withdrawal");

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final Markers markers = new Markers(CAMPAIGN.random("markers"));
    private final CivilClock clock = new CivilClock(Clock.systemUTC());

    private record Kept(HouseholdId home, UUID person, String token, byte[] sealed) {}

    @AfterEach
    void close() {
        database.close();
    }

    private Kept agrees(Vault vault, int number) {
        HouseholdId home = HouseholdId.random();
        UUID person = UUID.randomUUID();
        String token = markers.fresh(new Field(number, "social", "section", Letters.ANY), Marker.Reach.PAGES);
        byte[] sealed = vault.seal(home, "section", token.getBytes(StandardCharsets.UTF_8));
        owner.sql("insert into household (household_id, number, area, project_code, enrolled)"
                        + " values (:id, :number, 'Mosebakken', 'FREMSKUDT', date '2026-01-01')")
                .param("id", home.value())
                .param("number", "H-" + number)
                .update();
        owner.sql(
                        "insert into member values (:person, :home, :hash, '', 'PARTICIPANT', 'ADULT', null, date '2026-01-01')")
                .param("person", person)
                .param("home", home.value())
                .param("hash", person.toString().getBytes(StandardCharsets.US_ASCII))
                .update();
        owner.sql("""
                        insert into consent (consent_id, version, household_id, person_id, status, sources, categories,
                          period_back, valid_from, valid_to, recorded_by, recorded_at, document_sealed)
                        values (:person, 1, :home, :person, 'ACTIVE', '{SOCIAL}', '{MEASURES}', 'P12M', date '2026-01-01',
                          date '2099-12-31', 'desk', now(), '')
                        """).param("person", person).param("home", home.value()).update();
        owner.sql("insert into consent_in_force values (:person, 'SOCIAL', :home, :person, 1, '{MEASURES}', 'P12M',"
                        + " date '2026-01-01', date '2099-12-31')")
                .param("person", person)
                .param("home", home.value())
                .update();
        owner.sql("insert into section values (:person, 'social', 1, null, 'SOCIAL', :home, :sealed, '', 'm',"
                        + " gen_random_uuid(), now())")
                .param("person", person)
                .param("home", home.value())
                .param("sealed", sealed)
                .update();
        return new Kept(home, person, token, sealed);
    }

    private static byte[] open(Vault vault, Kept kept) {
        return vault.open(TestAccess.grant(kept.home()), kept.home(), "section", kept.sealed());
    }

    private static int opened(Vault vault, List<Kept> all) {
        int opened = 0;
        for (Kept kept : all) {
            try {
                opened += open(vault, kept).length > 0 ? 1 : 0;
            } catch (SealBroken asItMust) {
                // not counted
            }
        }
        return opened;
    }

    private String backup(Vault vault, BackupSettings places) {
        String id = TestBackups.in(places, clock).next();
        KeystoreBackup keystore = TestAccess.backup(vault);
        keystore.mark(id, clock.now());
        database.copy().write(places.database(id), id);
        keystore.write(places.keystore(id), places.ownerKey(), id);
        return id;
    }

    private static boolean holds(Path file, byte[] bytes) throws IOException {
        String all = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return all.contains(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Test
    void noMarkerIsReadableAnywhereAfterAllHaveWithdrawn() throws IOException {
        Path owners = Files.createDirectories(folder.resolve("owner"));
        Path shared = OwnerKey.make(owners.resolve("owner.key"));
        BackupSettings places = new BackupSettings(folder.resolve("databases"), folder.resolve("keystores"), shared);
        Vault vault = TestAccess.vault(folder);
        List<Kept> all = new ArrayList<>();
        for (int i = 1; i <= CAMPAIGN.tier(60, 600); i++) {
            all.add(agrees(vault, i));
        }
        String before = backup(vault, places);
        for (Kept kept : all) {
            assertThat(new String(open(vault, kept), StandardCharsets.UTF_8)).isEqualTo(kept.token());
            assertThat(holds(places.database(before), kept.sealed()))
                    .as("the backup holds it, sealed")
                    .isTrue();
        }

        Withdrawal withdrawal = TestGate.withdrawal(database.web(), vault, TestAccess.log(database.audit()), clock);
        for (Kept kept : all) {
            withdrawal.withdraw(new PersonId(kept.person()), new Withdrawn.Everything(), Viewer.HUB, "canary");
        }
        String after = backup(vault, places);

        nothingLiesThere(places);
        noKeyOpensIt(all, places, before, after);
        CAMPAIGN.figure("sections that were withdrawn", all.size());
    }

    /** In the whole folder of the database server, the keys and the backups. */
    private void nothingLiesThere(BackupSettings places) throws IOException {
        JdbcClient.create(database.superuser()).sql("checkpoint").update();
        Path server = Objects.requireNonNull(TestDatabase.serverLog().getParent());
        CanaryScan scan = CanaryScan.of(markers);
        Findings here = scan.scan(server);
        Findings there = scan.scan(folder);
        CAMPAIGN.figure("files scanned", here.files() + there.files());
        CAMPAIGN.figure("bytes scanned", here.bytes() + there.bytes());
        CAMPAIGN.figure("byte strings looked for", scan.needles());
        CAMPAIGN.figure("hits", here.hits().size() + there.hits().size());
        assertThat(here.hits()).isEmpty();
        assertThat(there.hits()).isEmpty();

        PositiveControl control = new PositiveControl(CAMPAIGN.random("control"));
        int planted = control.plant(List.of(
                server.resolve("pgdata/pg_wal"), server.resolve("pgdata/base"), places.database(), places.keystore()));
        List<Findings.Hit> found =
                new ArrayList<>(CanaryScan.of(control.markers()).scan(server).hits());
        found.addAll(CanaryScan.of(control.markers()).scan(folder).hits());
        assertThat(control.missed(new Findings(0, 0, 0, found))).isEmpty();
        control.clear();
        CAMPAIGN.figure("positives planted and found", planted);
    }

    /** Not the keystore in its place, and none of its copies but the one that is deleted after seven days. */
    private void noKeyOpensIt(List<Kept> all, BackupSettings places, String before, String after) throws IOException {
        Vault now = TestAccess.vault(folder);
        Vault copied = TestAccess.vaultFrom(
                places.keystore(after), after, folder.resolve("owner/owner.key"), folder.resolve("put-back"), folder);
        Vault old = TestAccess.vaultFrom(
                places.keystore(before), before, folder.resolve("owner/owner.key"), folder.resolve("put-old"), folder);
        assertThat(opened(old, all))
                .as("why its copies are kept for a week only")
                .isEqualTo(all.size());
        CAMPAIGN.figure("sections that a key still opens after a week", opened(now, all) + opened(copied, all));
        assertThat(opened(now, all) + opened(copied, all)).isZero();
        CivilClock inAWeek = new CivilClock(Clock.offset(Clock.systemUTC(), Duration.ofDays(8)));
        TestBackups.in(places, inAWeek).end();
        assertThat(places.keystore(before)).doesNotExist();
        assertThat(places.database(before)).exists();
    }
}
