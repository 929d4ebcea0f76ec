package dk.samblik.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A TCP proxy of our own: stands on a free port of this machine before a server, and does to its connections what a
 * {@link Spoil} says, to those that stand as to those that come.
 */
public final class Proxy implements AutoCloseable {

    private static final int ATTEMPTS = 200;

    private final int port;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile Spoil spoil = Spoil.nothing();
    private volatile @Nullable InetSocketAddress server;
    private volatile ServerSocket door;
    private volatile @Nullable Thread doorkeeper;

    private Proxy() throws IOException {
        ServerSocket first = listen(0);
        port = first.getLocalPort();
        door = first;
    }

    /** A proxy that is not yet told where to lead. */
    public static Proxy open() {
        try {
            return new Proxy();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public int port() {
        return port;
    }

    /** Leads to this server from now on. */
    public Proxy towards(String host, int there) {
        server = new InetSocketAddress(host, there);
        return this;
    }

    /** From now on this happens to every connection. */
    public void spoil(Spoil how) {
        spoil = how;
    }

    /** Nobody is at home: connections are cut, and new ones refused. */
    public void refuse() {
        try {
            shut();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Lets everything through again; connections that were spoilt are ended. */
    public void heal() {
        spoil = Spoil.nothing();
        links.forEach(this::close);
        if (door.isClosed()) {
            door = listenAgain();
        }
    }

    /** The system may take a moment until it gives the port back. */
    private ServerSocket listenAgain() {
        for (int attempt = 1; ; attempt++) {
            try {
                return listen(port);
            } catch (IOException taken) {
                if (attempt == ATTEMPTS) {
                    throw new UncheckedIOException(taken);
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }

    private ServerSocket listen(int where) throws IOException {
        ServerSocket listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), where));
        doorkeeper = start("proxy-door", () -> accept(listening));
        return listening;
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket there = new Socket();
                Link link = new Link(client, there);
                links.add(link);
                there.connect(server);
                start("proxy-asked", () -> pump(link, client, (one, bytes) -> spoil.asked(one, bytes)));
                start("proxy-answered", () -> pump(link, there, (one, bytes) -> spoil.answered(one, bytes)));
            } catch (IOException closedOrRefused) {
                // the client meets it when it speaks
            }
        }
    }

    /** What one direction does with bytes. */
    private interface Way {
        void go(Link link, byte[] bytes) throws IOException;
    }

    private void pump(Link link, Socket from, Way way) {
        byte[] buffer = new byte[1 << 14];
        try (InputStream in = from.getInputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                way.go(link, Arrays.copyOf(buffer, read));
            }
        } catch (IOException ended) {
            // one side has gone; the other is told below
        }
        close(link);
    }

    private void close(Link link) {
        links.remove(link);
        try {
            link.close();
        } catch (IOException goneAlready) {
            // nothing is left to close
        }
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** The system takes connections in for as long as somebody waits for one, also at a door that is closed. */
    private void shut() throws IOException {
        door.close();
        Thread waiting = doorkeeper;
        try {
            if (waiting != null) {
                waiting.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        links.forEach(this::close);
    }

    @Override
    public void close() {
        try {
            shut();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
