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
        int histories = CAMPAIGN.tier(5, 100);
        long lost = 0;
        for (int i = 0; i < histories; i++) {
            Random random = CAMPAIGN.random("history " + i);
            try (DrillTown town = new DrillTown(folder.resolve("history-" + i), random)) {
                lost += live(town, random);
            }
        }
        assertThat(lost).as("without the journal somebody would have come back").isPositive();
        CAMPAIGN.figure("histories", histories);
    }

    /** What a backup held, and how everything stood when the hub was lost. */
    private record Lost(
            String backup,
            Map<Allowed, Set<String>> atBackup,
            Set<UUID> known,
            List<Blob> blobs,
            Map<Allowed, Set<String>> inForce,
            Map<Allowed, Set<String>> mayCome,
            Set<UUID> destroyed) {}

    /** Answers with how many rows of the backup must not be there after it is put back. */
    private long live(DrillTown town, Random random) {
        Lost lost = untilItIsLost(town, random);
        boolean keysLost = random.nextBoolean();
        if (keysLost) {
            town.keysAreLost();
        }
        String key = town.folder.resolve("owner.key").toString();
        DrillTown.Ended ended = town.restore(lost.backup(), "--yes", "--owner-key", key);

        assertThat(ended.code()).as(ended.said()).isZero();
        nobodyCameBack(read(town, IN_FORCE), lost.inForce());
        nobodyCameBack(read(town, MAY_COME), lost.mayCome());
        assertThat(lost.inForce().keySet()).containsAll(read(town, SECTIONS).keySet());
        destroyedStaysDestroyed(town, lost.destroyed(), lost.blobs());
        whatNothingHappenedToStands(town, lost.known(), lost.inForce());
        CAMPAIGN.count("restores of the keystore too", keysLost ? 1 : 0);
        CAMPAIGN.count("rows in force when the hub was lost", lost.inForce().size());
        CAMPAIGN.count("rows in force after the restore", read(town, IN_FORCE).size());
        CAMPAIGN.count("households whose key was destroyed", lost.destroyed().size());
        long taken = more(lost.atBackup(), lost.inForce());
        CAMPAIGN.count("rows of backups that had been taken away since", taken);
        return taken;
    }

    private static Lost untilItIsLost(DrillTown town, Random random) {
        for (int i = 0; i < 4 + random.nextInt(4); i++) {
            town.enrol();
        }
        happen(town, random.nextInt(4));
        String backup = town.backup();
        Map<Allowed, Set<String>> atBackup = read(town, IN_FORCE);
        Set<UUID> known = Set.copyOf(town.homes.keySet());
        List<Blob> blobs = blobs(town);
        town.touched.clear();
        happen(town, random.nextInt(8));
        if (random.nextBoolean()) {
            town.backup();
            town.enrol();
            happen(town, random.nextInt(4));
        }
        Set<UUID> destroyed = new HashSet<>(town.homes.values());
        destroyed.removeIf(home -> town.vault.holds(new HouseholdId(home)));
        return new Lost(backup, atBackup, known, blobs, read(town, IN_FORCE), read(town, MAY_COME), destroyed);
    }

    private static void happen(DrillTown town, int times) {
        for (int i = 0; i < times; i++) {
            town.happens();
        }
    }

    private static void nobodyCameBack(Map<Allowed, Set<String>> after, Map<Allowed, Set<String>> before) {
        CAMPAIGN.count("rows that came back", more(after, before));
        assertThat(more(after, before)).isZero();
    }

    /** How many of these say more than what was allowed. */
    private static long more(Map<Allowed, Set<String>> these, Map<Allowed, Set<String>> allowed) {
        return these.entrySet().stream()
                .filter(one -> !allowed.containsKey(one.getKey())
                        || !allowed.get(one.getKey()).containsAll(one.getValue()))
                .count();
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
