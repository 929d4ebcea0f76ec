package dk.samblik.register;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A few calls to one service at a time, all of them together within a deadline. */
final class SideBySide implements AutoCloseable {

    /** A call about some of many. */
    interface Call<T> {
        void about(List<T> some) throws IOException, InterruptedException;
    }

    private static final int AT_ONCE = 4;

    private final ExecutorService threads;

    SideBySide(String name) {
        this.threads = Executors.newFixedThreadPool(AT_ONCE, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Makes one call for each so many of all; the first that fails is what failed. */
    <T> void all(List<T> all, int atOnce, Deadline deadline, Call<T> call) throws IOException {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int from = 0; from < all.size(); from += atOnce) {
            List<T> some = all.subList(from, Math.min(from + atOnce, all.size()));
            work.add(() -> {
                call.about(some);
                return true;
            });
        }
        try {
            for (Future<Boolean> done : threads.invokeAll(work, deadline.left().toMillis(), TimeUnit.MILLISECONDS)) {
                done.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotAnswered("STOPPED");
        } catch (CancellationException late) {
            throw new HttpTimeoutException("limit");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException refused) {
                throw refused;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Lets go of its threads; no more calls are made. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
