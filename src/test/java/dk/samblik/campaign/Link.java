package dk.samblik.campaign;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One connection through a {@link Proxy}: the client's end and the server's. */
public final class Link {

    private final Socket client;
    private final Socket server;
    private final CountDownLatch closed = new CountDownLatch(1);

    Link(Socket client, Socket server) {
        this.client = client;
        this.server = server;
    }

    /** Sends on what the client asked. */
    public void toServer(byte[] bytes) throws IOException {
        server.getOutputStream().write(bytes);
        server.getOutputStream().flush();
    }

    /** Sends on what the server answered, or something else. */
    public void toClient(byte[] bytes) throws IOException {
        client.getOutputStream().write(bytes);
        client.getOutputStream().flush();
    }

    /** Ends what the client can read; what it still says is taken. */
    public void finish() throws IOException {
        client.shutdownOutput();
    }

    /** Breaks off, so that the client meets a reset and not an end. */
    public void reset() throws IOException {
        client.setSoLinger(true, 0);
        close();
    }

    /** Ends the connection on both sides. */
    public void close() throws IOException {
        closed.countDown();
        client.close();
        server.close();
    }

    /** Waits that long; false at once when the connection ends meanwhile. */
    public boolean pause(Duration gap) throws IOException {
        try {
            return !closed.await(gap.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            throw new IOException("stopped", stopped);
        }
    }

    Socket client() {
        return client;
    }

    Socket server() {
        return server;
    }
}
