package dk.samblik.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that takes mails and says nothing of it, or takes none. */
final class RudePost implements AutoCloseable {

    /** What it does to whoever sends. */
    enum Manner {
        /** Says that there is no such receiver. */
        REFUSES,
        /** Takes the whole mail, and hangs up without an answer. */
        HANGS_UP
    }

    private final ServerSocket socket;
    private final Manner manner;
    private final AtomicInteger taken = new AtomicInteger();

    RudePost(Manner manner) {
        this.manner = manner;
        try {
            socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "rude-post");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many mails it got, whole. */
    int taken() {
        return taken.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                talk(caller);
            } catch (IOException gone) {
                // The next caller, or the end of the test.
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        say(caller, "220 here");
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (data) {
                if (line.equals(".")) {
                    taken.incrementAndGet();
                    return;
                }
            } else if (line.startsWith("RCPT") && manner == Manner.REFUSES) {
                say(caller, "550 nobody of that name");
            } else {
                data = line.startsWith("DATA");
                say(caller, data ? "354 go on" : "250 yes");
            }
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
