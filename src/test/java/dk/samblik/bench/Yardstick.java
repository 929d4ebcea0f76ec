package dk.samblik.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the hub is compared with: a competent, plain job without consent gates, encryption, ledger, checks or history. It
 * copies the same files and the same answers of the same registers into unlogged tables, all registers side by side, and
 * writes one JSON document a household by set-based SQL; of {@code json} and {@code jsonb} the faster counts.
 */
final class Yardstick {

    private final Site site;
    private final YardFiles files;
    private final YardDatabase database;
    private final YardService service;

    Yardstick(Site site, String social, List<Enrolled> members) {
        this.site = site;
        this.files = new YardFiles(site, members);
        this.database = new YardDatabase(site, members);
        this.service = new YardService(social, members);
    }

    /** What one round came to. */
    record Round(double seconds, double loading, long documents, long rows) {}

    /** Loads everything anew and writes all documents. */
    Round run() throws SQLException, IOException {
        try (Connection yard = connect()) {
            execute(yard, "drop schema if exists yard cascade; create schema yard");
        }
        long begin = System.nanoTime();
        long rows = load();
        double loading = (System.nanoTime() - begin) / 1e9;
        try (Connection yard = connect()) {
            execute(yard, "set work_mem = '64MB'");
            execute(yard, "analyze");
            double settled = (System.nanoTime() - begin) / 1e9;
            Written written = Written.NONE;
            for (String type : YardSql.TYPES) {
                written = written.orFaster(documents(yard, type));
            }
            return new Round(settled + written.seconds(), loading, written.documents(), rows);
        }
    }

    /** Documents of one type, and how long they took to write. */
    private record Written(double seconds, long documents) {
        static final Written NONE = new Written(Double.POSITIVE_INFINITY, 0);

        Written orFaster(Written other) {
            return other.seconds < seconds ? other : this;
        }
    }

    /** A loader's part of the work, on a connection of its own. */
    interface Load {
        long into(Connection yard) throws SQLException, IOException;
    }

    private long load() {
        List<Load> loads = List.of(files::members, files::jobcenter, files::others, database::copy, service::copy);
        ExecutorService threads = Executors.newFixedThreadPool(loads.size());
        try {
            List<Callable<Long>> work = new ArrayList<>();
            loads.forEach(load -> work.add(() -> {
                try (Connection yard = connect()) {
                    return load.into(yard);
                }
            }));
            long rows = 0;
            for (Future<Long> loaded : threads.invokeAll(work)) {
                rows += loaded.get();
            }
            return rows;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdown();
        }
    }

    private static Written documents(Connection yard, String type) throws SQLException {
        execute(
                yard,
                "drop table if exists yard.document;"
                        + " create table yard.document (household uuid primary key, content " + type + " not null)");
        long begin = System.nanoTime();
        try (Statement statement = yard.createStatement()) {
            long documents = statement.executeUpdate(YardSql.documents(type));
            return new Written((System.nanoTime() - begin) / 1e9, documents);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                site.yard().url(), site.yard().user(), site.yard().password());
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
