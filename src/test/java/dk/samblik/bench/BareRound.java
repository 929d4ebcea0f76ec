package dk.samblik.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a refresh cannot do without: the same queries, calls and reads of files about one household, side by side, over
 * connections that are open already; what comes back is thrown away.
 */
final class BareRound implements AutoCloseable {

    private final Connection bu;
    private final YardService service;
    private final Places places;
    private final ExecutorService threads = Executors.newFixedThreadPool(3);

    BareRound(Site site, String social, List<List<Enrolled>> households) throws SQLException, IOException {
        this.bu = DriverManager.getConnection(
                site.bu().url(), site.bu().user(), site.bu().password());
        this.service = new YardService(social, List.of());
        this.places = new Places(site, households);
    }

    /** The time of one round. */
    double millis(List<Enrolled> household) {
        long begin = System.nanoTime();
        List<Callable<Boolean>> parts =
                List.of(() -> database(household), () -> service(household), () -> places.read(household));
        try {
            for (Future<Boolean> part : threads.invokeAll(parts)) {
                part.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    private boolean database(List<Enrolled> household) throws SQLException, IOException {
        List<String> children = household.stream()
                .filter(member -> member.asks("CHILDREN"))
                .map(Enrolled::cpr)
                .toList();
        try (Statement statement = bu.createStatement()) {
            for (String kind : children.isEmpty() ? List.<String>of() : YardDatabase.KINDS) {
                try (ResultSet rows = statement.executeQuery(YardDatabase.query(kind, children))) {
                    while (rows.next()) {
                        rows.getString(1);
                    }
                }
            }
        }
        return true;
    }

    private boolean service(List<Enrolled> household) throws IOException, InterruptedException {
        List<String> numbers = household.stream()
                .filter(member -> member.asks("SOCIAL"))
                .map(Enrolled::cpr)
                .toList();
        if (!numbers.isEmpty()) {
            Map<Integer, String> known = service.search(numbers);
            if (!known.isEmpty()) {
                service.extract(List.copyOf(known.keySet()), known);
            }
        }
        return true;
    }

    @Override
    public void close() throws SQLException {
        threads.shutdown();
        bu.close();
    }
}
