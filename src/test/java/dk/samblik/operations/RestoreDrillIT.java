package dk.samblik.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.access.SealBroken;
import dk.samblik.access.TestAccess;
import dk.samblik.campaign.Campaign;
import dk.samblik.household.HouseholdId;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A restore brings nobody back: random histories of agreeing, withdrawing and leaving with backups in between, the hub
 * lost, and one of the backups put back. Repeated from {@code -Dsamblik.seed}.
 */
class RestoreDrillIT {

    private static final Campaign CAMPAIGN = Campaign.named("restore");

    @TempDir
    Path folder;

    /** Person and source, or person alone, with the words that are allowed. */
    private record Allowed(UUID person, String source) {}

    private static final String IN_FORCE = "select person_id, source, categories from consent_in_force";
    /** What the next night may put in force, by consents, memberships and households alone. */
    private static final String MAY_COME = """
            select person_id, unnest(sources) as source, categories from (
              select distinct on (person_id) * from consent where status <> 'DRAFT'
               order by person_id, recorded_at desc, version desc, consent_id desc) c
              join member m using (person_id) join household h on h.household_id = m.household_id
             where status = 'ACTIVE' and participation = 'PARTICIPANT' and member_to is null
               and (exit_date is null or exit_date >= current_date)
            """;

    private static final String SECTIONS =
            "select person_id, source, '{}'::text[] as categories, content_sealed from section";

    private static Map<Allowed, Set<String>> read(DrillTown town, String query) {
        Map<Allowed, Set<String>> read = new HashMap<>();
        town.owner.sql(query).query((ResultSet row) -> put(read, row));
        return read;
    }

    private static void put(Map<Allowed, Set<String>> read, ResultSet row) throws SQLException {
        read.put(new Allowed(row.getObject("person_id", UUID.class), row.getString("source")), Set.of((String[])
                row.getArray("categories").getArray()));
    }

    private record Blob(UUID person, UUID home, String source, byte[] content) {}

    private static List<Blob> blobs(DrillTown town) {
        return town.owner
                .sql("select person_id, household_id, source, content_sealed from section")
                .query((row, number) -> new Blob(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3), row.getBytes(4)))
                .list();
    }

    @Test
    void inNoHistoryDoesAnybodyComeBack() {
        int histories = CAMPAIGN.tier(20, 100);
        for (int i = 0; i < histories; i++) {
            Random random = CAMPAIGN.random("history " + i);
            try (DrillTown town = new DrillTown(folder.resolve("history-" + i), random)) {
                live(town, random);
            }
        }
        CAMPAIGN.figure("histories", histories);
    }

    private void live(DrillTown town, Random random) {
        for (int i = 0; i < 4 + random.nextInt(4); i++) {
            town.enrol();
        }
        happen(town, random.nextInt(4));
        String backup = town.backup();
        Set<UUID> known = new HashSet<>(town.homes.keySet());
        List<Blob> blobs = blobs(town);
        town.touched.clear();
        happen(town, random.nextInt(8));
        if (random.nextBoolean()) {
            town.backup();
            town.enrol();
            happen(town, random.nextInt(4));
        }
        Map<Allowed, Set<String>> inForce = read(town, IN_FORCE);
        Map<Allowed, Set<String>> mayCome = read(town, MAY_COME);
        Set<UUID> destroyed = new HashSet<>(town.homes.values());
        destroyed.removeIf(home -> town.vault.holds(new HouseholdId(home)));

        boolean keysLost = random.nextBoolean();
        if (keysLost) {
            town.keysAreLost();
        }
        DrillTown.Ended ended = town.restore(
                backup, "--yes", "--owner-key", town.folder.resolve("owner.key").toString());

        assertThat(ended.code()).as(ended.said()).isZero();
        nobodyCameBack(read(town, IN_FORCE), inForce);
        nobodyCameBack(read(town, MAY_COME), mayCome);
        assertThat(inForce.keySet()).containsAll(read(town, SECTIONS).keySet());
        destroyedStaysDestroyed(town, destroyed, blobs);
        whatNothingHappenedToStands(town, known, inForce);
        CAMPAIGN.count("rows in force at the end, as they were lost", inForce.size());
        CAMPAIGN.count("rows in force after the restore", read(town, IN_FORCE).size());
        CAMPAIGN.count("households whose key was destroyed", destroyed.size());
        CAMPAIGN.count("restores of the keystore too", keysLost ? 1 : 0);
        CAMPAIGN.count("rows that came back", 0);
    }

    private static void happen(DrillTown town, int times) {
        for (int i = 0; i < times; i++) {
            town.happens();
        }
    }

    private static void nobodyCameBack(Map<Allowed, Set<String>> after, Map<Allowed, Set<String>> before) {
        after.forEach((allowed, words) -> {
            assertThat(before).containsKey(allowed);
            assertThat(before.get(allowed)).containsAll(words);
        });
    }

    private static void destroyedStaysDestroyed(DrillTown town, Set<UUID> destroyed, List<Blob> blobs) {
        for (Blob blob : blobs) {
            HouseholdId home = new HouseholdId(blob.home());
            if (destroyed.contains(blob.home())) {
                assertThat(town.vault.holds(home)).isFalse();
                assertThatThrownBy(() -> town.vault.open(
                                TestAccess.grant(home),
                                home,
                                DrillTown.label(blob.person(), blob.source()),
                                blob.content()))
                        .isInstanceOf(SealBroken.class);
            }
        }
    }

    /** A restore that erased everything would pass the rest. */
    private static void whatNothingHappenedToStands(
            DrillTown town, Set<UUID> known, Map<Allowed, Set<String>> inForce) {
        Map<Allowed, Set<String>> after = read(town, IN_FORCE);
        inForce.forEach((allowed, words) -> {
            UUID home = town.homes.get(allowed.person());
            if (known.contains(allowed.person()) && !town.touched.contains(home)) {
                assertThat(after).containsEntry(allowed, words);
            }
        });
        for (Blob blob : blobs(town)) {
            HouseholdId home = new HouseholdId(blob.home());
            assertThat(town.vault.open(
                            TestAccess.grant(home),
                            home,
                            DrillTown.label(blob.person(), blob.source()),
                            blob.content()))
                    .isEqualTo(DrillTown.said(blob.person(), blob.source()));
            CAMPAIGN.count("sections that open after the restore", 1);
        }
    }
}
