package dk.samblik.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The whole database in one file, as it was at one moment: each table in PostgreSQL's own binary COPY format, and a list of
 * them. Content is sealed as it is in the tables. Needs no program of PostgreSQL's, which the embedded server has none of.
 */
public final class DatabaseCopy {

    static final String LIST = "backup.json";

    private final Login owner;

    DatabaseCopy(Login owner) {
        this.owner = owner;
    }

    /** Writes the file, whole and on disk when this returns, readable by its owner only. Answers with its number of rows. */
    public long write(Path file, String id) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path next = Files.createTempFile(folder, "database", ".new", ServerSettings.PRIVATE);
            try {
                long rows = copy(next, id);
                sync(next);
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
                return rows;
            } finally {
                Files.deleteIfExists(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The backup cannot be written to " + folder, e);
        } catch (SQLException e) {
            throw new StorageRefused("The database could not be copied (SQL state " + e.getSQLState() + ").");
        }
    }

    private long copy(Path file, String id) throws IOException, SQLException {
        try (Connection connection = Pool.unpooled(owner).getConnection();
                ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            // What is sealed does not get smaller.
            zip.setLevel(Deflater.NO_COMPRESSION);
            Catalogue catalogue = new Catalogue(connection);
            ObjectNode list = new ObjectMapper().createObjectNode();
            list.put("id", id);
            list.put("schema", catalogue.schemaVersion());
            ObjectNode sequences = list.putObject("sequences");
            catalogue.sequences().forEach((name, value) -> sequences.put(name, value));
            long rows = tables(connection, catalogue, list.putArray("tables"), zip);
            zip.putNextEntry(new ZipEntry(LIST));
            zip.write(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(list));
            zip.closeEntry();
            connection.commit();
            return rows;
        }
    }

    private static long tables(Connection connection, Catalogue catalogue, ArrayNode list, ZipOutputStream zip)
            throws IOException, SQLException {
        CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
        long all = 0;
        for (String table : catalogue.tables()) {
            String columns = String.join(", ", catalogue.columns(table));
            zip.putNextEntry(new ZipEntry(table));
            long rows =
                    copying.copyOut("copy " + table + " (" + columns + ") to stdout (format binary)", new Kept(zip));
            zip.closeEntry();
            list.addObject().put("name", table).put("columns", columns).put("rows", rows);
            all += rows;
        }
        return all;
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Writes on, and is not closed by who is given it. */
    private static final class Kept extends FilterOutputStream {
        Kept(ZipOutputStream zip) {
            super(zip);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
