package dk.samblik.retention;

import java.time.Period;
import java.util.List;

/**
 * One statement of the sweep: how many rows it ended that were due {@code before} a moment, at most {@code most}.
 *
 * @param name whose end it is, for the log
 * @param kept how long that is kept
 * @param worker whose rights it needs
 * @param sql takes {@code :before} and {@code :most}, answers with a count
 */
record Overdue(String name, Period kept, Worker worker, String sql) {

    /** The role of the database that may delete. */
    enum Worker {
        PIPELINE,
        WEB,
        DRAW
    }

    /** Rows that another transaction holds are left for the next time. */
    private static final String ENDED = """
            with due as materialized (
              select t.ctid as place from %1$s t where %2$s limit :most for update of t skip locked),
            gone as (
              %3$s where ctid = any(array(select place from due)) returning 1)
            select count(*) from gone
            """;

    private static final String OVER = "%s < (cast(:before as timestamptz) at time zone 'Europe/Copenhagen')::date";
    private static final String EXPIRED = OVER.formatted("valid_to");
    private static final String LONG_ENDED =
            "state not in ('QUEUED', 'RUNNING') and coalesce(ended_at, requested_at) < :before";
    private static final String SUPERSEDED = """
            exists (select from view_version newer
              where newer.household_id = t.household_id and newer.version > t.%s and newer.published_at < :before)
            """;
    private static final String NOT_IN_USE = """
            seen_at < :before and (state <> 'ACCEPTED' or exists (select from delivery newer
              where newer.register = t.register and newer.state = 'ACCEPTED' and newer.name > t.name))
            """;
    private static final String FORGOTTEN = """
            select forget_households((cast(:before as timestamptz) at time zone 'Europe/Copenhagen')::date, :most)
            """;

    private static final String GIVEN_UP = """
            state in ('DRAFT', 'AWAITING_APPROVAL') and greatest(made_at, counted_at, asked_at) < :before
            """;
    /** Nobody closed it: it is closed, with all that closing does. */
    private static final String NOT_CLOSED = """
            with due as materialized (
              select draw_id from draw.draw where state = 'LOCKED' and locked_at < :before
               limit :most for update skip locked),
            closed as (
              update draw.draw set state = 'CLOSED', closed_by = 'samblik', closed_at = now()
               where draw_id in (select draw_id from due) returning 1),
            gone as (
              delete from draw.household_key where part <> 'DRAWN' and draw_id in (select draw_id from due))
            select count(*) from closed
            """;

    private static final String EVALUATED =
            "draw_id in (select draw_id from draw.draw where %s)".formatted(OVER.formatted("keys_until"));

    /**
     * All of them, in the order they are done: a version before its sections, so that none stands there half; the households
     * of a run before the run, so that no statement takes a whole night's.
     */
    static List<Overdue> all(RetentionSettings settings) {
        return List.of(
                new Overdue("expired-consents", Period.ZERO, Worker.PIPELINE, delete("consent_in_force", EXPIRED)),
                deleted(settings, Swept.SUPERSEDED_VERSIONS, "view_version", SUPERSEDED.formatted("version")),
                deleted(settings, Swept.SUPERSEDED_VERSIONS, "section", SUPERSEDED.formatted("until_version")),
                new Overdue(
                        Swept.QUARANTINE_CONTENT.key(),
                        settings.of(Swept.QUARANTINE_CONTENT),
                        Worker.PIPELINE,
                        ENDED.formatted(
                                "quarantine",
                                "content_sealed is not null and first_seen < :before",
                                "update quarantine set content_sealed = null")),
                deleted(settings, Swept.QUARANTINE, "quarantine", "last_seen < :before"),
                deleted(
                        settings,
                        Swept.RUNS,
                        "run_item",
                        "run_id in (select run_id from run where " + LONG_ENDED + ")"),
                deleted(settings, Swept.RUNS, "run", LONG_ENDED),
                deleted(settings, Swept.DELIVERIES, "delivery", NOT_IN_USE),
                deleted(settings, Swept.OPERATOR_ACTIONS, "operator_action", "at < :before"),
                deleted(settings, Swept.OPERATOR_ACTIONS, "planned_outage", "until_at < :before"),
                deletedByWeb(settings, Swept.SEEN, "seen", "at < :before"),
                deletedByWeb(settings, Swept.NOTICES, "notice", "published_at < :before"),
                deletedByWeb(
                        settings,
                        Swept.NOTICES,
                        "notice_mail",
                        "day < (cast(:before as timestamptz) at time zone 'Europe/Copenhagen')::date"),
                deletedByWeb(settings, Swept.SPOT_CHECKS, "spot_check", "drawn_at < :before"),
                deletedByWeb(settings, Swept.DESK_DRAFTS, "desk_draft", "changed_at < :before"),
                deleted(settings, Swept.DONE_AGREEMENTS, "own_line", "done_at < :before"),
                deletedByWeb(settings, Swept.WEBHOOKS, "webhook_delivery", "happened_at < :before"),
                // Each carries its own last days, by its programme.
                new Overdue(
                        "candidate-names",
                        Period.ZERO,
                        Worker.WEB,
                        ENDED.formatted(
                                "candidate",
                                "name_sealed is not null and " + OVER.formatted("name_until"),
                                "update candidate set name_sealed = null")),
                new Overdue("candidates", Period.ZERO, Worker.WEB, delete("candidate", OVER.formatted("key_until"))),
                new Overdue(
                        Swept.DRAW_DRAFTS.key(),
                        settings.of(Swept.DRAW_DRAFTS),
                        Worker.DRAW,
                        delete("draw.draw", GIVEN_UP)),
                new Overdue(Swept.UNDRAWN_KEYS.key(), settings.of(Swept.UNDRAWN_KEYS), Worker.DRAW, NOT_CLOSED),
                new Overdue("drawn-keys", Period.ZERO, Worker.DRAW, delete("draw.household_key", EVALUATED)),
                deleted(settings, Swept.ALARMS, "alarm", "ended_at < :before"),
                deletedByWeb(settings, Swept.API_REQUESTS, "api_request", "asked_at < :before"),
                new Overdue(
                        Swept.CONSENT_RECORDS.key(), settings.of(Swept.CONSENT_RECORDS), Worker.PIPELINE, FORGOTTEN));
    }

    /** As the other, of what pages and the interface write. */
    private static Overdue deletedByWeb(RetentionSettings settings, Swept which, String table, String due) {
        return new Overdue(which.key(), settings.of(which), Worker.WEB, delete(table, due));
    }

    private static Overdue deleted(RetentionSettings settings, Swept which, String table, String due) {
        return new Overdue(which.key(), settings.of(which), Worker.PIPELINE, delete(table, due));
    }

    private static String delete(String table, String due) {
        return ENDED.formatted(table, due, "delete from " + table);
    }
}
