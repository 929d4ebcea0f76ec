package dk.samblik.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.StringUtils;

/**
 * The database of a hub that is not running, to be put back from a {@link DatabaseCopy}. What is put back, and what is done
 * to it before anybody may see it, is one commit: cut short, it leaves an empty database and no more.
 */
public final class DatabaseRestore implements AutoCloseable {

    private static final long BEYOND = 1_000;

    private final @Nullable EmbeddedPostgres server;
    private final StorageSettings settings;
    private final Login owner;
    private @Nullable Storage opened;

    private DatabaseRestore(@Nullable EmbeddedPostgres server, StorageSettings settings, Login owner) {
        this.server = server;
        this.settings = settings;
        this.owner = owner;
    }

    /** The database these settings name. Throws {@link StorageRefused} where another hub is at work on it. */
    public static DatabaseRestore of(Environment environment) {
        StorageSettings settings = Binder.get(environment).bindOrCreate("samblik.storage", StorageSettings.class);
        if (StringUtils.hasText(settings.url())) {
            return new DatabaseRestore(null, settings, settings.owner());
        }
        EmbeddedPostgres server = EmbeddedPostgres.start(settings.home());
        OwnServer own = new OwnServer(server);
        own.prepare();
        return new DatabaseRestore(server, settings, own.owner(OwnServer.DATABASE));
    }

    private interface Look<T> {
        T at(Catalogue catalogue) throws SQLException;
    }

    private <T> T look(Look<T> look) {
        try (Connection connection = Pool.unpooled(owner).getConnection()) {
            return look.at(new Catalogue(connection));
        } catch (SQLException e) {
            throw new StorageRefused(
                    "The database cannot be reached. Check samblik.storage (SQL state " + e.getSQLState() + ").");
        }
    }

    /** Whether households are stored there now, which a restore would replace. */
    public boolean holdsHouseholds() {
        return look(Catalogue::households);
    }

    /** The id of the backup in this file; refuses a file that is none, or not whole. */
    public static String id(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return list(zip).path("id").asText();
        } catch (IOException e) {
            throw notWhole();
        }
    }

    private static JsonNode list(ZipFile zip) throws IOException {
        try (InputStream list = part(zip, DatabaseCopy.LIST)) {
            return new ObjectMapper().readTree(list);
        }
    }

    private static InputStream part(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("a part is missing");
        }
        return zip.getInputStream(entry);
    }

    private static StorageRefused notWhole() {
        return new StorageRefused("The file is not a whole backup of a database. Take another one.");
    }

    /**
     * Replaces everything by what the file holds, and does {@code before} to it, as the owner of the schema, before it is
     * committed. Answers with the number of rows.
     */
    public long replace(Path file, Consumer<JdbcClient> before) {
        if (look(Catalogue::others) > 0) {
            throw new StorageRefused("A hub is at work on this database. Stop every hub, then restore.");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            JsonNode list = list(zip);
            Migrations.anew(Pool.unpooled(owner), list.path("schema").asText());
            long rows = fill(zip, list, before);
            Migrations.run(Pool.unpooled(owner));
            return rows;
        } catch (IOException e) {
            throw notWhole();
        } catch (SQLException e) {
            throw new StorageRefused(
                    "The backup does not fit the database (SQL state " + e.getSQLState() + "). Nothing was put back.");
        }
    }

    private long fill(ZipFile zip, JsonNode list, Consumer<JdbcClient> before) throws SQLException, IOException {
        try (Connection connection = Pool.unpooled(owner).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            List<String> names = new ArrayList<>();
            list.path("tables").forEach(table -> names.add(table.path("name").asText()));
            for (String name : names) {
                statement.execute("alter table " + name + " disable trigger user");
            }
            statement.execute("truncate " + String.join(", ", names));
            long rows = 0;
            for (JsonNode table : list.path("tables")) {
                rows += fill(zip, table, connection);
            }
            for (var sequence : list.path("sequences").properties()) {
                statement.execute("select setval('public." + sequence.getKey() + "', "
                        + (sequence.getValue().asLong() + BEYOND) + ")");
            }
            before.accept(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            for (String name : names) {
                statement.execute("alter table " + name + " enable trigger user");
            }
            connection.commit();
            return rows;
        }
    }

    private static long fill(ZipFile zip, JsonNode table, Connection connection) throws SQLException, IOException {
        String name = table.path("name").asText();
        try (InputStream content = part(zip, name)) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + name + " (" + table.path("columns").asText() + ") from stdin (format binary)",
                            content);
            if (rows != table.path("rows").asLong()) {
                throw new IOException("a table is not whole");
            }
            return rows;
        }
    }

    /** The access log as the hub reads it, opened with every check of a start. */
    public Database audit() {
        Storage storage = opened;
        if (storage == null) {
            storage = server == null ? Storage.at(settings) : Storage.on(server);
            opened = storage;
        }
        return storage.database(Role.AUDIT);
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
        }
        if (server != null) {
            server.close();
        }
    }
}
