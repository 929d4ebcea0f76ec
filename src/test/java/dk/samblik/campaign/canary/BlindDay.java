package dk.samblik.campaign.canary;

import dk.samblik.Samblik;
import dk.samblik.household.CivilClock;
import dk.samblik.operations.Console;
import dk.samblik.storage.TestDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** The tasks of somebody of IT in one day, done with the command line, the pages, the files and the rows that are theirs. */
final class BlindDay implements AutoCloseable {

    private static final String IT = "it";
    private static final String ROUTES = "camel.main.routes-include-pattern";
    private static final String SECOND = "bolig-nord";
    /** A group of rows that belong to somebody: only those can be tried again. */
    private static final Pattern GROUP = Pattern.compile("href=\"/drift/karantaene\\?([^\"]*regler=[^\"-][^\"]*)\"");

    private static final Pattern BACKUP = Pattern.compile("^(samblik-\\S+): \\d+ rows", Pattern.MULTILINE);

    /** What IT does (trust.md I12). */
    enum Task {
        INSTALL,
        UPGRADE,
        ROTATE_KEYS,
        ADD_REGISTER,
        CHANGE_MAPPING,
        START_STOP_RERUN,
        READ_ERRORS,
        CLEAR_QUARANTINE,
        SEE_LAG,
        BACKUP,
        RESTORE,
        ADD_USER,
        CHECK_LOG,
        SUPPORT
    }

    private final MarkedTown town;
    private final Path folder;
    private final Path seen;
    private final Path owner;
    private final Path config;
    private final TestDatabase database = TestDatabase.fresh();
    private final Map<String, String> settings = new HashMap<>();
    private final Set<Task> done = EnumSet.noneOf(Task.class);
    private final List<String> unexpected = new ArrayList<>();
    private int commands;

    BlindDay(MarkedTown town, Path folder) throws IOException {
        this.town = town;
        this.folder = folder;
        this.seen = Files.createDirectories(folder.resolve("seen"));
        this.owner = Files.createDirectories(folder.resolve("owner"));
        this.config = folder.resolve("config");
        for (String rules : List.of("routes", "mappings", "programmes", "indicators")) {
            FileSystemUtils.copyRecursively(Path.of(rules), config.resolve(rules));
        }
        settings.putAll(town.settings());
        settings.putAll(database.settings());
        Path keys = Files.createDirectories(folder.resolve("keys"));
        settings.put("samblik.access.keystore", keys.resolve("keystore").toString());
        settings.put("samblik.access.master-key", keys.resolve("master").toString());
        settings.put(
                "samblik.access.checkpoints.key", keys.resolve("checkpoint").toString());
        settings.put(
                "samblik.access.checkpoints.folder",
                folder.resolve("checkpoints").toString());
        settings.put(
                "samblik.retention.backup.database",
                folder.resolve("copies/database").toString());
        settings.put(
                "samblik.retention.backup.keystore",
                folder.resolve("copies/keystore").toString());
        settings.put(
                "samblik.retention.backup.owner-key",
                owner.resolve("owner.key.public").toString());
        settings.put("samblik.run.routes", config.resolve("routes").toString());
        settings.put("samblik.run.mappings", config.resolve("mappings").toString());
        settings.put("samblik.programme.folder", config.resolve("programmes").toString());
        settings.put("samblik.effect.indicators", config.resolve("indicators").toString());
        settings.put("samblik.run.nightly", "0 0 3 1 1 ? 2099");
        settings.put("samblik.run.look", "200");
    }

    private HubProcess hub() throws IOException {
        Map<String, String> open = new HashMap<>(settings);
        open.put(ROUTES, routes());
        open.put("spring.main.sources", "dk.samblik.browser.TestSignIn");
        open.put("server.servlet.session.cookie.name", "samblik");
        open.put("server.servlet.session.cookie.secure", "false");
        return new HubProcess(folder.resolve("hub"), open);
    }

    /** All that somebody of IT came to see. */
    Path seen() {
        return seen;
    }

    Set<Task> done() {
        return Set.copyOf(done);
    }

    /** What ended otherwise than it should, by task and exit code. */
    List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    void live() throws Exception {
        say(Task.UPGRADE, 0, "upgrade", "--dry-run");
        say(Task.INSTALL, 0, "owner-key", owner.resolve("owner.key").toString());
        for (String what : List.of("households", "consents", "teams")) {
            say(
                    Task.INSTALL,
                    0,
                    "import",
                    what,
                    town.desk().resolve(what + ".json").toString());
        }
        // The sign-in of this test is none that a real hub could have, and the doctor says so
        say(Task.INSTALL, 10, "doctor");
        town.deliver(Spoiled.EVERY_FIELD);
        say(Task.START_STOP_RERUN, 3, "run", "nightly", "--wait");
        addRegister();
        changeMapping();
        say(Task.START_STOP_RERUN, 3, "run", "nightly", "--wait");
        say(
                Task.ADD_USER,
                0,
                "import",
                "teams",
                town.desk().resolve("teams.json").toString());
        try (HubProcess hub = hub()) {
            look(hub);
            keep(hub.log(), "hub.log");
        }
        say(Task.ROTATE_KEYS, 0, "log", "new-key");
        say(Task.CHECK_LOG, 0, "log", "verify");
        say(Task.SUPPORT, 0, "support", seen.resolve("support.zip").toString());
        String told = say(Task.BACKUP, 0, "backup");
        Matcher id = BACKUP.matcher(told);
        if (id.find()) {
            say(Task.RESTORE, 0, "restore", id.group(1), "--yes");
        }
        rows();
    }

    private void look(HubProcess hub) {
        Crawl.as(IT, List.of(), hub, seen, "pages");
        Crawl.operations(hub, seen, "pages");
        done.add(Task.READ_ERRORS);
        done.add(Task.SEE_LAG);
        Crawl it = Crawl.in(IT, hub, seen, "deeds");
        for (String way : List.of("stop", "start")) {
            String page = "/drift/rute/skift?id=register-bolig&til=" + way;
            expect(Task.START_STOP_RERUN, 303, it.post(page, "/drift/rute/skift", Map.of()));
        }
        clearQuarantine(it, hub);
    }

    /** Tries the largest group, runs it again, and puts aside what is refused again. */
    private void clearQuarantine(Crawl it, HubProcess hub) {
        Matcher group = GROUP.matcher(it.get("/drift").body());
        if (!group.find()) {
            unexpected.add(Task.CLEAR_QUARANTINE + ": nothing is in quarantine");
            return;
        }
        LocalDate today = LocalDate.now(CivilClock.COPENHAGEN);
        String chosen = group.group(1).replace("&amp;", "&") + "&fra=" + today + "&til=" + today + "&antal=1000";
        String preview = "/drift/karantaene/koer-igen?" + chosen;
        for (String deed : List.of("/drift/karantaene/proev", "/drift/karantaene/koer-igen")) {
            Kept.Answer begun = it.post(preview, deed, Map.of("laest", "ja"));
            expect(Task.CLEAR_QUARANTINE, 303, begun);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> it.get(begun.location()).body().contains("<dt>Sluttet"));
        }
        expect(
                Task.CLEAR_QUARANTINE,
                303,
                it.post(
                        "/drift/karantaene/afvis?" + chosen,
                        "/drift/karantaene/afvis",
                        Map.of("hvorfor", "MENDED_AT_SOURCE", "laest", "ja", "fra", today + "", "til", today + "")));
    }

    private void expect(Task task, int status, Kept.Answer answer) {
        if (answer.status() != status) {
            unexpected.add(task + ": answered with " + answer.status());
        }
        done.add(task);
    }

    private String routes() {
        return "file:" + config.resolve("routes") + "/*.camel.yaml";
    }

    /** A second housing association, by two files and a connection. */
    private void addRegister() throws IOException {
        for (String file : List.of("routes/45-%s.camel.yaml", "mappings/%s.yaml")) {
            String one = Files.readString(config.resolve(file.formatted("bolig")));
            Files.writeString(
                    config.resolve(file.formatted(SECOND)),
                    one.replaceAll("\\bbolig\\b", SECOND).replace("title: Boligorganisation", "title: Endnu en"));
        }
        settings.put("samblik.register." + SECOND + ".folder", settings.get("samblik.register.bolig.folder"));
        done.add(Task.ADD_REGISTER);
    }

    private void changeMapping() throws IOException {
        Path mapping = config.resolve("mappings/bolig.yaml");
        Files.writeString(mapping, Files.readString(mapping).replace("stale-after: P8D", "stale-after: P9D"));
        try (Stream<Path> delivered = Files.list(town.delivered().resolve("bolig"))) {
            Path newest = delivered.max(Comparator.naturalOrder()).orElseThrow();
            say(Task.CHANGE_MAPPING, 4, "mapping", "test", mapping.toString(), newest.toString());
        }
    }

    /** Says a command and keeps all that comes onto the terminal; answers with it. */
    private String say(Task task, int expected, String... command) throws IOException {
        Path kept = seen.resolve("terminal-%02d-%s.txt".formatted(++commands, command[0]));
        List<String> arguments = new ArrayList<>(List.of(command));
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        PrintStream out = System.out;
        PrintStream err = System.err;
        int code;
        System.setProperty(ROUTES, routes());
        try (PrintStream terminal = new PrintStream(Files.newOutputStream(kept), true, StandardCharsets.UTF_8)) {
            System.setOut(terminal);
            System.setErr(terminal);
            code = Console.run(Samblik.class, arguments.toArray(String[]::new));
        } finally {
            System.setOut(out);
            System.setErr(err);
            System.clearProperty(ROUTES);
        }
        if (code != expected) {
            unexpected.add(task + ": " + String.join(" ", command) + " ended with " + code);
        }
        done.add(task);
        return Files.readString(kept);
    }

    /** Every row and column that the role of operations may read. */
    private void rows() throws IOException {
        List<String> queries =
                JdbcClient.create(database.owner()).sql("""
                select format('select %s from %I', string_agg(quote_ident(column_name), ', ' order by ordinal_position),
                  table_name) from information_schema.columns
                 where table_schema = 'public' and has_column_privilege('hub_ops', quote_ident(table_name), column_name,
                   'SELECT') group by table_name order by table_name
                """).query(String.class).list();
        for (String query : queries) {
            String rows = database.ops().sql().sql(query).query().listOfRows().toString();
            Files.writeString(
                    seen.resolve("rows.txt"),
                    query + "\n" + rows + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    private void keep(Path file, String name) throws IOException {
        Files.copy(file, seen.resolve(name));
    }

    @Override
    public void close() {
        database.close();
    }
}
