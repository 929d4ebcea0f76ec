package dk.samblik.campaign;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.Grant;
import dk.samblik.access.LogVerify;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.demo.Hub;
import dk.samblik.household.HouseholdId;
import dk.samblik.view.StoredContents;
import dk.samblik.view.ViewLines;
import dk.samblik.view.Views;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a hub holds, as sorted lines that say nothing of when or in which run it came there: two hubs that took in the same
 * have the same dump, however often either was disturbed on the way.
 */
public record Dump(List<String> lines) {

    private static final List<String> STANDING = List.of(
            "select 'freshness', person_id, register, source, outcome, reason, quarantined, stale_since is null,"
                    + " case when register in ('jobcenter', 'bolig') then as_of end from freshness",
            "select 'quarantine', register, record_table, record_no, reason, field, person_id from quarantine",
            "select 'member', person_id, household_id, participation, relation, member_from, member_to from member",
            "select 'consent', consent_id, version, status, sources, categories, valid_from, valid_to from consent",
            "select 'in force', person_id, source, consent_id, version, categories, period_back, valid_to from consent_in_force",
            "select 'delivery', register, name, state, reason, table_rows from delivery",
            "select 'published', household_id, digest from household join view_version v using (household_id)"
                    + " where v.version = household.view_version",
            "select 'version beyond the last', household_id, v.version from household join view_version v using (household_id)"
                    + " where v.version > household.view_version",
            "select 'household without a version', household_id from household h where view_version > 0 and not exists"
                    + " (select from view_version v where v.household_id = h.household_id and v.version = h.view_version)");

    /** What no committed moment may show: part of a household stored, and another part of it not. */
    private static final List<String> TORN = List.of(
            "select 'section of a household not settled', i.household_id, i.state from section s join run_item i"
                    + " using (run_id, household_id) where i.state in ('PENDING', 'CLAIMED', 'FAILED', 'CLOSED')",
            "select 'freshness of a household not settled', i.household_id, i.state from freshness f join run_item i"
                    + " using (run_id, household_id) where i.state in ('PENDING', 'CLAIMED', 'FAILED', 'CLOSED')",
            "select 'household settled without its version', i.household_id, i.version from run_item i where i.state = 'UPDATED'"
                    + " and not exists (select from view_version v where v.household_id = i.household_id"
                    + " and v.version = i.version)",
            "select 'section of no version', person_id, register, since_version from section join household"
                    + " using (household_id) where since_version > view_version or until_version < since_version");

    private static final String NIGHT =
            "(select run_id from run where kind = 'NIGHTLY' and ended_at is not null order by ended_at desc limit 1)";

    private static final List<String> LAST_NIGHT = List.of(
            "select 'open run', kind, state from run where state in ('QUEUED', 'RUNNING')",
            "select 'last night', state, failure from run where run_id = " + NIGHT,
            "select 'settled', case when state in ('UPDATED', 'UNCHANGED') then 'ANSWERED' else state end as settled,"
                    + " count(*) from run_item where run_id = " + NIGHT + " group by settled",
            "select 'rows', register, state, reason, asked, answered, rows_read, rows_mapped, rows_quarantined,"
                    + " rows_filtered, rows_duplicate, rows_passed_over from run_register where run_id = " + NIGHT);

    public Dump {
        lines = lines.stream().sorted().toList();
    }

    /** What it holds, and the counts of its last night. */
    public static Dump of(Hub hub) {
        return of(hub, hub.owner());
    }

    /** As the other, where the hub's storage is not the one it was started with. */
    public static Dump of(Hub hub, JdbcClient owner) {
        List<String> lines = new ArrayList<>(standing(hub, owner).lines());
        LAST_NIGHT.forEach(each -> lines.addAll(rows(owner, each)));
        return new Dump(lines);
    }

    /** What it holds; nothing of runs. */
    public static Dump standing(Hub hub) {
        return standing(hub, hub.owner());
    }

    static Dump standing(Hub hub, JdbcClient owner) {
        List<String> lines = new ArrayList<>(views(hub, owner));
        lines.addAll(new StoredContents(owner, hub.bean(Vault.class), hub.bean(AccessLog.class)).lines());
        STANDING.forEach(each -> lines.addAll(rows(owner, each)));
        lines.add("access log holds|" + hub.bean(LogVerify.class).verify().holds());
        return new Dump(lines);
    }

    /** Households of which a part is stored and another part is not, whenever it is asked; nothing may ever be torn. */
    static List<String> torn(JdbcClient owner) {
        return TORN.stream().flatMap(each -> rows(owner, each).stream()).toList();
    }

    private static List<String> views(Hub hub, JdbcClient owner) {
        List<HouseholdId> households = owner.sql("select household_id from household").query(UUID.class).list().stream()
                .map(HouseholdId::new)
                .toList();
        Grant grant = hub.bean(AccessLog.class)
                .record(households.stream()
                        .map(id -> Access.of(Access.Action.VIEW, Viewer.HUB, "test", id, "test"))
                        .toList());
        return households.stream()
                .flatMap(id -> hub.bean(Views.class).read(grant, id).map(ViewLines::of).orElse(List.of()).stream()
                        .map(line -> "view|" + id + "|" + line))
                .toList();
    }

    private static List<String> rows(JdbcClient owner, String sql) {
        return owner.sql(
                        "select array_to_string(array(select coalesce(value, '-') from json_each_text(row_to_json(r))), '|')"
                                + " from (" + sql.replaceFirst("select '", "select text '") + ") r")
                .query(String.class)
                .list();
    }

    /** One text for the whole: equal where all lines are. */
    public String digest() {
        try {
            byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Lines that only this one ({@code -}) or only the other one ({@code +}) has. */
    public List<String> differences(Dump other) {
        Set<String> ours = Set.copyOf(lines);
        Set<String> theirs = Set.copyOf(other.lines);
        return Stream.concat(
                        lines.stream().filter(line -> !theirs.contains(line)).map(line -> "- " + line),
                        other.lines.stream()
                                .filter(line -> !ours.contains(line))
                                .map(line -> "+ " + line))
                .toList();
    }
}
