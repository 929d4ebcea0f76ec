package dk.samblik.access;

import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** All that the hub has around one access log: itself, what vouches for it, its keys and what verifies it. */
public final class TestProof implements AutoCloseable {

    private final AccessSettings settings;
    private final CheckpointKeys keys;
    private final AccessLog log;
    private final LogVerify verify;
    private final Checkpoints checkpoints;
    final SecondPlace place;
    final MeterRegistry meters = new SimpleMeterRegistry();

    /** On the database of the audit role, by this clock; keys and checkpoints lie in the folder. */
    TestProof(Database audit, Path folder, CivilClock clock) {
        settings = TestAccess.settings(folder);
        keys = new CheckpointKeys(settings, clock);
        place = new SecondPlace(clock, settings);
        log = new AccessLog(audit, clock, place);
        verify = new LogVerify(audit, settings, keys, clock);
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("meters", meters);
        checkpoints = new Checkpoints(audit, settings, keys, place, clock, beans.getBeanProvider(MeterRegistry.class));
    }

    /** A new one with the clock of this machine. */
    public static TestProof of(Database audit) {
        return new TestProof(audit, TestAccess.folder("test-proof"), new CivilClock(Clock.systemUTC()));
    }

    /** One whose keys and checkpoints lie under this folder. */
    public static TestProof in(Path folder, Database audit, CivilClock clock) {
        return new TestProof(audit, folder, clock);
    }

    public AccessLog log() {
        return log;
    }

    public LogVerify verify() {
        return verify;
    }

    public CheckpointKeys keys() {
        return keys;
    }

    /** The file in the second place. */
    public Path file() {
        return settings.checkpoints().folder().resolve("checkpoints.jsonl");
    }

    /** The key that signs. */
    public Path key() {
        return settings.checkpoints().key();
    }

    /** Vouches for the log if it is time. */
    public void look() {
        checkpoints.look();
    }

    @Override
    public void close() {
        try {
            checkpoints.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
