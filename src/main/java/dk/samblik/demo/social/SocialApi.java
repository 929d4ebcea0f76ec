package dk.samblik.demo.social;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The system's REST interface on loopback, {@code /api/v2}. Answers until it is closed. */
public final class SocialApi implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;
    private final Door door;
    private final CallLog log = new CallLog();
    private final Client client;

    /** What the hub is given to sign in with. */
    public record Client(String id, String secret) {
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    private SocialApi(SocialPlan plan, LocalDate today, Client client, int port) throws IOException {
        this.client = client;
        Register register = new Register(plan.citizens());
        this.door = new Door(client, new SetCalls(register, log, today), new SingleCalls(register, log));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "demo-social");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/api/v2/", door);
        server.start();
    }

    /** Starts it; port 0 takes a free one. */
    public static SocialApi start(SocialPlan plan, LocalDate today, Client client, int port) throws IOException {
        return new SocialApi(plan, today, client, port);
    }

    /** The base address, {@code http://127.0.0.1:…/api/v2}. */
    public URI url() {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/api/v2");
    }

    /** The hub's account. */
    public Client client() {
        return client;
    }

    /** Who was asked for. */
    public CallLog log() {
        return log;
    }

    /** Lets something be wrong from now on, or lifts it. */
    public void fault(SocialFault fault) {
        door.fault(fault);
    }

    /** Lets so many calls in a second, for whom the limit is not the point; 50 unless said otherwise. */
    public void allow(int calls) {
        door.allow(calls);
    }

    /** How long an answer takes while it is slow; 30 seconds unless said otherwise. */
    public void slowness(Duration delay) {
        door.slowness(delay);
    }

    /** Every token stops working now. */
    public void expireTokens() {
        door.expireTokens();
    }

    @Override
    public void close() {
        door.fault(SocialFault.NONE);
        server.stop(0);
        threads.shutdownNow();
    }
}
