package dk.samblik.demo.bu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * The system's database as its owner runs it. The owner's account creates schema and rows; the hub gets {@code
 * samblik_laeser} and nothing else.
 */
public final class BuDatabase {

    /** The account the hub is given. */
    public static final String READER = "samblik_laeser";

    private static final int CHUNK = 20_000;

    private final DataSource owner;

    private BuDatabase(DataSource owner) {
        this.owner = owner;
    }

    /** Creates the schema in an empty database and gives the reader this password. */
    public static BuDatabase create(DataSource owner, String readerPassword) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(schema());
            statement.execute("alter role " + READER + " password '" + readerPassword.replace("'", "''") + "'");
        }
        return new BuDatabase(owner);
    }

    /** Fills the tables in one transaction. */
    public BuDatabase fill(BuPlan plan) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            for (BuTable table : BuTable.values()) {
                insert(
                        connection,
                        table,
                        plan.rows().stream().filter(row -> row.table() == table).toList());
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze");
            }
            connection.commit();
        }
        return this;
    }

    /**
     * Makes the server log every statement of the reader in this database with its bound parameters, as the owner does;
     * {@link StatementLog} reads which numbers were asked. Needs a superuser. Holds for connections opened afterwards.
     */
    public BuDatabase logStatements() throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            String role = "alter role " + READER + " in database \"" + connection.getCatalog() + "\" set ";
            statement.execute(role + "log_statement = 'all'");
            statement.execute(role + "log_parameter_max_length = -1");
            // Terse logs leave the DETAIL line out, and the parameters stand there.
            statement.execute(role + "log_error_verbosity = 'default'");
        }
        return this;
    }

    private static void insert(Connection connection, BuTable table, List<BuRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.insert())) {
            for (int from = 0; from < rows.size(); from += CHUNK) {
                List<BuRow> chunk = rows.subList(from, Math.min(rows.size(), from + CHUNK));
                for (int column = 0; column < table.width(); column++) {
                    int at = column;
                    Object[] texts =
                            chunk.stream().map(row -> row.values().get(at)).toArray();
                    Array array = connection.createArrayOf("text", texts);
                    statement.setArray(column + 1, array);
                }
                statement.executeUpdate();
            }
        }
    }

    private static String schema() {
        try (InputStream in = BuDatabase.class.getResourceAsStream("/demo/bu-schema.sql")) {
            if (in == null) {
                throw new IllegalStateException("the schema of bu is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
