package dk.samblik.retention;

import dk.samblik.retention.Rule.By;
import java.util.List;
import java.util.Set;

/** The end of everything the hub keeps: a rule for every table and every class of files, and for what is in memory. */
public final class Rules {

    private Rules() {}

    /** All rules, with the times that are shipped. */
    public static List<Rule> shipped() {
        return all(RetentionSettings.shipped());
    }

    static List<Rule> all(RetentionSettings settings) {
        return List.of(
                content(),
                swept(
                        settings,
                        Swept.SUPERSEDED_VERSIONS,
                        "sections and versions of a view that a newer one took the place of",
                        "the newer version",
                        "section",
                        "view_version"),
                swept(
                        settings,
                        Swept.QUARANTINE_CONTENT,
                        "what a refused row said, sealed, where it is kept at all",
                        "first refused",
                        "quarantine"),
                swept(
                        settings,
                        Swept.QUARANTINE,
                        "where a refused row stands and why; of a person no longer than the consent",
                        "last refused",
                        "quarantine"),
                swept(
                        settings,
                        Swept.RUNS,
                        "runs, their counts, and what each household came to",
                        "the run's end",
                        "run",
                        "run_item",
                        "run_register",
                        "replay"),
                swept(
                        settings,
                        Swept.DELIVERIES,
                        "names, counts and marks of deliveries; the newest accepted one stays",
                        "last judged",
                        "delivery"),
                swept(
                        settings,
                        Swept.OPERATOR_ACTIONS,
                        "what operators did to which route, source or group of refused rows, and what they told the teams of"
                                + " planned outages; no person",
                        "the action, or the outage's end",
                        "operator_action",
                        "planned_outage"),
                tables(
                        "switches",
                        "which routes are off",
                        "until the route is started",
                        By.OVERWRITING,
                        "route_switch"),
                swept(settings, Swept.SEEN, "which version who last looked at", "the look", "seen"),
                swept(
                        settings,
                        Swept.NOTICES,
                        "which version holds news for whom, and when who was last mailed; no longer than the household's last"
                                + " consent",
                        "the version, or the mail",
                        "notice",
                        "notice_mail"),
                swept(
                        settings,
                        Swept.DESK_DRAFTS,
                        "recordings of a consent that nobody has finished, with the paper that was added",
                        "last changed",
                        "desk_draft"),
                swept(
                        settings,
                        Swept.DONE_AGREEMENTS,
                        "agreements that were marked as done; of a person no longer than the consent",
                        "marked as done",
                        "own_line"),
                swept(
                        settings,
                        Swept.WEBHOOKS,
                        "which systems were told what of, by random ids, and what came of it",
                        "what it told of",
                        "webhook_delivery"),
                swept(
                        settings,
                        Swept.ALARMS,
                        "what was wrong, from when to when, and who was told; no persons",
                        "its end",
                        "alarm",
                        "alarm_message"),
                swept(
                        settings,
                        Swept.API_REQUESTS,
                        "keys under which systems asked for a refresh, so that asking twice is asking once",
                        "the asking",
                        "api_request"),
                tables(
                        "webhook-endpoints",
                        "which systems are told of what",
                        "as configured, at every start",
                        By.OVERWRITING,
                        "webhook_endpoint"),
                swept(
                        settings,
                        Swept.SPOT_CHECKS,
                        "which looks were drawn for control, and what was found of each",
                        "the draw",
                        "spot_check",
                        "spot_check_look"),
                swept(
                        settings,
                        Swept.CONSENT_RECORDS,
                        "who was in a household, who coordinated it and when it met, what was agreed, by whom and when, on what"
                                + " paper, and the receipt of it",
                        "leaving the project, or the end of an active consent if that is later",
                        "household",
                        "household_end",
                        "coordinator_term",
                        "meeting",
                        "member",
                        "member_change",
                        "custody_noted",
                        "consent",
                        "consent_grantor",
                        "consent_recipient",
                        "mistake_assessment",
                        "evidence",
                        "receipt"),
                new Rule(
                        "candidate-names",
                        "name and address of households that were drawn or referred, sealed",
                        Set.of("candidate"),
                        Set.of(),
                        "the days the programme says (`candidate-days`, 60 at most)",
                        "the end of the contact",
                        By.SWEEP),
                new Rule(
                        "candidates",
                        "which household was drawn or referred, by a keyed hash, and what came of it, without its name",
                        Set.of("candidate", "candidate_event"),
                        Set.of(),
                        "the months the programme says (`key-months`)",
                        "the end of the contact, or of the programme",
                        By.SWEEP),
                tables(
                        "enrolment-flow",
                        "how many households came how far, by area and half-year; no persons",
                        "as long as the programmes are evaluated",
                        By.OPERATIONS,
                        "enrolment_flow"),
                tables(
                        "effect-series",
                        "effect figures by the month under pseudonyms of their own, and the area and month of enrolment",
                        "until the evaluation ends (`series-until` in the programme's file)",
                        By.COMPUTING,
                        "effect_household",
                        "effect_figure"),
                tables(
                        "effect-releases",
                        "released effect figures, none of fewer than the limit, with what was corrected since, and the reports of"
                                + " them; no persons",
                        "for ever",
                        By.OPERATIONS,
                        "effect_release",
                        "effect_correction",
                        "effect_report"),
                tables(
                        "noted-erasures",
                        "what was taken away, by random ids, and does not stand in the erasure journal yet",
                        "until it does, at once",
                        By.JOURNAL,
                        "erasure"),
                tables("access-log", "who opened what", "P13M", By.CHECKPOINT, "access_log", "access_log_head"),
                tables(
                        "draws",
                        "draws that were locked: criteria, counts, seed and fingerprint, and by whom; no household",
                        "as long as the hub: they prove how was drawn",
                        By.OPERATIONS,
                        "draw",
                        "tally",
                        "draw_source",
                        "attempt"),
                swept(
                        settings,
                        Swept.DRAW_DRAFTS,
                        "draws that nobody locked, with the counts and the key they were counted by",
                        "last counted or sent on",
                        "draw",
                        "tally",
                        "draw_source",
                        "attempt"),
                swept(
                        settings,
                        Swept.UNDRAWN_KEYS,
                        "keys of households that were not drawn, which nobody can make again; at the closing of the draw, and"
                                + " closed it is then at the latest",
                        "the lock",
                        "household_key"),
                new Rule(
                        "drawn-keys",
                        "keys of households that were drawn, which nobody can make again",
                        Set.of("household_key"),
                        Set.of(),
                        "until the evaluation ends (`series-until` in the programme's file)",
                        "",
                        By.SWEEP),
                tables(
                        "staff",
                        "who is in a team",
                        "until a file of teams names the team without them",
                        By.IMPORT,
                        "staff"),
                tables("timetable", "when the night runs (Quartz)", "one timetable", By.OVERWRITING, "qrtz_*"),
                tables(
                        "schema-history",
                        "which migrations have run (Flyway)",
                        "as long as the database",
                        By.OPERATIONS,
                        "schema_history"),
                memory("sessions", "who is signed in", "PT10H"),
                memory("run-progress", "how far a run is", "PT10M after its end"),
                files(
                        "keystore",
                        "wrapped keys of households",
                        "until the household has left and its content is gone",
                        By.KEY,
                        "KeystoreFile",
                        "KeysRestore",
                        "PrivateFile"),
                files(
                        "erasure-journal",
                        "random ids of households and persons, what was taken away and when, here and in the second place",
                        "as long as the hub: it keeps what is erased erased when an old copy is put back",
                        By.OPERATIONS,
                        "ErasureJournal"),
                files(
                        "checkpoints",
                        "signed statements of how far the access log was",
                        "as long as the hub: they prove what is left of the log",
                        By.OPERATIONS,
                        "CheckpointFile"),
                files(
                        "checkpoint-key",
                        "the key that signs checkpoints, and the public halves of those before it",
                        "as long as the checkpoints; a key that is replaced is destroyed at once",
                        By.OPERATIONS,
                        "CheckpointKeys"),
                files(
                        "master-key",
                        "the key that wraps them",
                        "as long as the hub; one that is replaced is gone when every key is wrapped anew",
                        By.OPERATIONS,
                        "MasterKeyFile",
                        "MasterKeyChange"),
                files(
                        "own-server",
                        "the hub's own PostgreSQL: its programs, passwords and tables, the tables by their own rules",
                        "as long as the hub",
                        By.OPERATIONS,
                        "EmbeddedPostgres",
                        "PostgresBinaries",
                        "ServerSettings",
                        "Passwords"),
                files(
                        "own-server-log",
                        "the log of the hub's own PostgreSQL, without statements and parameters",
                        "P13M",
                        By.OPERATIONS,
                        "PostgresPrograms"),
                files("hub-log", "what the hub writes to its terminal, no persons", "P30D", By.OPERATIONS),
                backups(settings, Swept.DATABASE_BACKUP, "copies of the database, content sealed", "DatabaseCopy"),
                backups(
                        settings,
                        Swept.KEYSTORE_BACKUP,
                        "copies of the keystore, sealed to the data owner",
                        "KeystoreBackup"),
                files(
                        "owner-key",
                        "the data owner's key pair: the private half with the data owner, the public one with the hub",
                        "as long as there are copies it opens",
                        By.OPERATIONS,
                        "OwnerKey"),
                files(
                        "person-export",
                        "what is held about one person, for that person (GDPR art. 15)",
                        "until it is handed over",
                        By.OPERATIONS,
                        "PersonExport"),
                files(
                        "support",
                        "versions, names of settings, runs and refused rows by reason, no persons",
                        "until who helps has looked",
                        By.OPERATIONS,
                        "SupportCommand"),
                files("demo", "the invented municipality of the demo", "until it is removed", By.OPERATIONS, "demo"));
    }

    private static Rule content() {
        return new Rule(
                "household-content",
                "what is known of a household now, how fresh it is, its wishes and agreements, answers on wellbeing, and what"
                        + " of a consent is in force",
                Set.of("section", "freshness", "own_line", "wellbeing", "notice", "consent_in_force", "quarantine"),
                Set.of(),
                "while the consent is in force; P30D after leaving or death (`samblik.consent.kept-after-exit`,"
                        + " `samblik.consent.kept-after-death`)",
                "",
                By.FOREIGN_KEY);
    }

    private static Rule swept(RetentionSettings settings, Swept which, String what, String from, String... tables) {
        String kept = settings.of(which).toString();
        return new Rule(which.key(), what, Set.of(tables), Set.of(), kept, from, By.SWEEP);
    }

    private static Rule backups(RetentionSettings settings, Swept which, String what, String writer) {
        String kept = settings.of(which).toString();
        return new Rule(which.key(), what, Set.of(), Set.of(writer), kept, "the backup", By.SWEEP);
    }

    private static Rule tables(String name, String what, String kept, By by, String... tables) {
        return new Rule(name, what, Set.of(tables), Set.of(), kept, "", by);
    }

    private static Rule files(String name, String what, String kept, By by, String... writers) {
        return new Rule(name, what, Set.of(), Set.of(writers), kept, "", by);
    }

    private static Rule memory(String name, String what, String kept) {
        return new Rule(name, what, Set.of(), Set.of(), kept, "", By.MEMORY);
    }
}
