package dk.samblik.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** The yardstick's answers of the children-and-youth database: the hub's own queries, for thousands of children at once. */
final class YardDatabase {

    static final List<String> KINDS = List.of(
            "sag", "indsats", "frist", "aktivitet", "elev", "dagtilbud", "fravaer", "fremmoede", "laeringstimer");
    private static final int AT_ONCE = 10_000;

    private final Site site;
    private final List<String> children;

    YardDatabase(Site site, List<Enrolled> members) {
        this.site = site;
        this.children = members.stream()
                .filter(member -> member.asks("CHILDREN"))
                .map(Enrolled::cpr)
                .toList();
    }

    /** The text of a query of the hub's with its values in place: numbers of our own making and a date. */
    static String query(String kind, List<String> numbers) throws IOException {
        String members = numbers.stream().collect(Collectors.joining(",", "'{", "}'"));
        return Files.readString(Path.of("mappings", "boern-og-unge", kind + ".sql"))
                .replace(":?members", members)
                .replace(":?night", "'" + Site.today() + "'");
    }

    long copy(Connection yard) throws SQLException, IOException {
        long rows = 0;
        try (Connection bu = DriverManager.getConnection(
                site.bu().url(), site.bu().user(), site.bu().password())) {
            for (String kind : KINDS) {
                create(bu, yard, kind);
                for (int from = 0; from < children.size(); from += AT_ONCE) {
                    List<String> some = children.subList(from, Math.min(children.size(), from + AT_ONCE));
                    rows += copy(bu, yard, kind, some);
                }
            }
        }
        return rows;
    }

    private static void create(Connection bu, Connection yard, String kind) throws SQLException, IOException {
        try (Statement statement = bu.createStatement();
                ResultSet none = statement.executeQuery(query(kind, List.of()))) {
            ResultSetMetaData columns = none.getMetaData();
            StringJoiner header = new StringJoiner(";");
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                header.add(columns.getColumnName(i));
            }
            YardFiles.create(yard, "yard.bu_" + kind, header.toString());
        }
    }

    private static long copy(Connection bu, Connection yard, String kind, List<String> numbers)
            throws SQLException, IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream(1 << 20);
        bu.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query(kind, numbers) + ") to stdout", answer);
        return YardFiles.copy(
                yard, "copy yard.bu_" + kind + " from stdin", new ByteArrayInputStream(answer.toByteArray()));
    }
}
