package dk.samblik.storage;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What no role, and what each role, may never be able to do. One of these would switch off the consent key, change the log,
 * or let IT see content; each names only what must be refused before a row is touched.
 */
final class Forbidden {

    private static final List<String> TO_ALL = List.of(
            "set session_replication_role = replica",
            "alter table section disable trigger all",
            "alter table consent_in_force disable trigger all",
            "drop function note_row_gone() cascade",
            "update erasure set what = what where false",
            "alter table section drop constraint section_person_id_source_fkey",
            "alter table section owner to current_user",
            "alter table access_log disable trigger all",
            "create trigger smuggled before insert on section for each row execute function"
                    + " suppress_redundant_updates_trigger()",
            "truncate section",
            "truncate access_log",
            "truncate consent",
            "update access_log set actor = actor where false",
            "delete from access_log where false",
            "delete from access_log_head where false",
            "drop table consent_in_force",
            "delete from consent where false",
            "create table smuggled (anything text)",
            "create role smuggled",
            "alter role current_user superuser",
            "alter sequence fence restart",
            "select setval('fence', 1)",
            "delete from schema_history where false",
            "select rolpassword from pg_authid limit 0",
            "select pg_read_file('PG_VERSION')",
            "copy section to program 'true'");

    private static final Map<Role, List<String>> TO_ONE = Map.of(
            Role.PIPELINE,
            List.of(
                    "insert into access_log default values",
                    "select link from access_log limit 0",
                    "update access_log_head set seq = seq where false",
                    "insert into household default values",
                    "delete from household where false",
                    "insert into member default values",
                    "insert into consent default values",
                    "insert into consent_recipient default values",
                    "update consent set sources = sources where false",
                    "insert into staff default values",
                    "update staff set role = role where false"),
            Role.WEB,
            List.of(
                    "insert into access_log default values",
                    "select link from access_log limit 0",
                    "update access_log_head set seq = seq where false",
                    "insert into section default values",
                    "update section set content_sealed = content_sealed where false",
                    "insert into freshness default values",
                    "insert into view_version default values",
                    "update consent set sources = sources where false",
                    "update consent_recipient set categories = categories where false",
                    "update run set fence = fence where false",
                    "delete from run where false",
                    "select subject from effect_figure limit 0",
                    "select seed from draw.draw limit 0",
                    "select household_key from draw.household_key limit 0",
                    "select forget_households(current_date, 0)"),
            Role.AUDIT,
            List.of(
                    "select content_sealed from section limit 0",
                    "select cpr_sealed from member limit 0",
                    "select document_sealed from consent limit 0",
                    "select content_sealed from quarantine limit 0",
                    "select household_id from erasure limit 0",
                    "insert into consent_in_force default values",
                    "insert into staff default values",
                    "delete from household where false",
                    "select forget_households(current_date, 0)"),
            Role.OPS,
            List.of(
                    "select content_sealed from section limit 0",
                    "select cpr_sealed from member limit 0",
                    "select cpr_hash from member limit 0",
                    "select document_sealed from consent limit 0",
                    "select content_sealed from quarantine limit 0",
                    "select person_id from quarantine limit 0",
                    "select link from access_log limit 0",
                    "insert into access_log default values",
                    "select household_id from erasure limit 0",
                    "insert into consent_in_force default values",
                    "insert into staff default values",
                    "update household set area = area where false",
                    "select subject from effect_figure limit 0",
                    "select household_key from draw.household_key limit 0",
                    "select forget_households(current_date, 0)"),
            Role.EFFECT,
            List.of(
                    "select household_id from household limit 0",
                    "select person_id from member limit 0",
                    "select consent_id from consent limit 0",
                    "select content_sealed from section limit 0",
                    "select content_sealed from wellbeing limit 0",
                    "select seq from access_log limit 0",
                    "insert into access_log default values",
                    "insert into consent_in_force default values",
                    "insert into staff default values",
                    "update effect_release set content = content where false",
                    "delete from effect_release where false",
                    "select forget_households(current_date, 0)"),
            Role.DRAW,
            List.of(
                    "select content_sealed from section limit 0",
                    "select cpr_sealed from member limit 0",
                    "select document_sealed from consent limit 0",
                    "select content_sealed from quarantine limit 0",
                    "select link from access_log limit 0",
                    "insert into access_log default values",
                    "insert into household default values",
                    "insert into member default values",
                    "insert into consent_in_force default values",
                    "insert into staff default values",
                    "update household set area = area where false",
                    "select forget_households(current_date, 0)"));

    private Forbidden() {}

    /** The statements this role must be refused. */
    static List<String> to(Role role) {
        return Stream.concat(TO_ALL.stream(), TO_ONE.getOrDefault(role, List.of()).stream())
                .toList();
    }
}
