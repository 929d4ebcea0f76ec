package dk.samblik.bench;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** The yardstick's delivered files, each copied by one COPY. */
final class YardFiles {

    private static final List<String> TABLES = List.of(
            "SAG", "ANSVARLIG", "YDELSE", "BORGER", "KONTAKT", "AKTIVITET", "LOENTIMER", "UDDANNELSE", "SAGSBEHANDLER");
    private static final int TAIL = 64;
    private static final int BOM = 3;

    private final Site site;
    private final List<Enrolled> members;

    YardFiles(Site site, List<Enrolled> members) {
        this.site = site;
        this.members = members;
    }

    /** Who is enrolled, and for which departments. */
    long members(Connection yard) throws SQLException, IOException {
        Yardstick.execute(
                yard,
                "create unlogged table yard.member (household uuid, cpr text, employment bool, children bool,"
                        + " social bool, housing bool)");
        String text = members.stream()
                .map(member -> member.household() + "," + member.cpr() + ","
                        + Stream.of("EMPLOYMENT", "CHILDREN", "SOCIAL", "HOUSING")
                                .map(department -> String.valueOf(member.asks(department)))
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        return copy(
                yard,
                "copy yard.member from stdin with (format csv)",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The newest delivery of the job centre, without the trailers. */
    long jobcenter(Connection yard) throws SQLException, IOException {
        long rows = 0;
        for (String table : TABLES) {
            Path file = newest(site.jobcenter(), "JC_" + table + "_");
            String name = "yard.jc_" + table.toLowerCase(Locale.ROOT);
            create(yard, name, header(file, Charset.forName("windows-1252")));
            try (InputStream in = bounded(file, 0, trailer(file))) {
                rows += copy(
                        yard,
                        "copy " + name + " from stdin with (format csv, delimiter ';', header, encoding 'WIN1252')",
                        in);
            }
        }
        return rows;
    }

    /** The housing association's newest file, and every line of the population register. */
    long others(Connection yard) throws SQLException, IOException {
        Path housing = newest(site.bolig(), "BOLIG_LEJEMAAL_");
        create(yard, "yard.bolig", header(housing, StandardCharsets.UTF_8).substring(1));
        long rows;
        try (InputStream in = bounded(housing, BOM, Files.size(housing))) {
            rows = copy(
                    yard, "copy yard.bolig from stdin with (format csv, delimiter ';', header, encoding 'UTF8')", in);
        }
        Yardstick.execute(yard, "create unlogged table yard.cpr (line text)");
        for (Path file : listed(site.cpr())) {
            try (InputStream in = Files.newInputStream(file)) {
                rows += copy(
                        yard,
                        "copy yard.cpr from stdin with (format csv, delimiter E'\\x01', quote E'\\x02', encoding 'LATIN1')",
                        in);
            }
        }
        return rows;
    }

    static void create(Connection yard, String table, String header) throws SQLException {
        String columns = Arrays.stream(header.strip().split(";"))
                .map(column -> column.toLowerCase(Locale.ROOT) + " text")
                .collect(Collectors.joining(", "));
        Yardstick.execute(yard, "create unlogged table " + table + " (" + columns + ")");
    }

    static long copy(Connection yard, String sql, InputStream in) throws SQLException, IOException {
        return yard.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in, 1 << 16);
    }

    private static String header(Path file, Charset charset) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, charset)) {
            return reader.readLine();
        }
    }

    /** Where the trailer begins. */
    private static long trailer(Path file) throws IOException {
        try (RandomAccessFile end = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, end.length() - TAIL);
            byte[] tail = new byte[(int) (end.length() - from)];
            end.seek(from);
            end.readFully(tail);
            return from + new String(tail, StandardCharsets.ISO_8859_1).lastIndexOf("SLUT;");
        }
    }

    private static InputStream bounded(Path file, long from, long to) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.skipNBytes(from);
        return new InputStream() {
            private long left = to - from;

            @Override
            public int read() throws IOException {
                return left-- > 0 ? in.read() : -1;
            }

            @Override
            public int read(byte[] into, int at, int most) throws IOException {
                int read = left <= 0 ? -1 : in.read(into, at, (int) Math.min(most, left));
                left -= Math.max(read, 0);
                return read;
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }

    private static Path newest(Path folder, String prefix) throws IOException {
        return listed(folder).stream()
                .filter(file -> file.getFileName().toString().startsWith(prefix))
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
