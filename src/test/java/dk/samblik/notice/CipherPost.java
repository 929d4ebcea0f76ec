package dk.samblik.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * A mail server that is not this machine by its address, though it runs here: it offers STARTTLS, takes nothing before that,
 * and proves by a certificate of its own making whom it is.
 */
final class CipherPost implements AutoCloseable {

    static final String ADDRESS = "127.0.0.2";

    private static final char[] PASSWORD = "of-the-test".toCharArray();

    private final KeyStore keys;
    private final SSLContext context;
    private final ServerSocket socket;
    private final AtomicInteger taken = new AtomicInteger();

    /** {@code name} is what its certificate says that it is called, as keytool writes it. */
    CipherPost(Path folder, String name) {
        try {
            keys = keys(folder.resolve("post-" + name.hashCode() + ".p12"), name);
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(keys, PASSWORD);
            context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), null, null);
            socket = new ServerSocket(0, 8, InetAddress.getByName(ADDRESS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        Thread thread = new Thread(this::serve, "cipher-post");
        thread.setDaemon(true);
        thread.start();
    }

    private static KeyStore keys(Path file, String name) throws IOException, GeneralSecurityException {
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "post",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=post",
                        "-ext",
                        "SAN=" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (made.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("keytool made no key");
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    /** Believes this one's certificate, and nobody's else. */
    SSLContext believed() throws GeneralSecurityException, IOException {
        KeyStore only = KeyStore.getInstance("PKCS12");
        only.load(null, null);
        only.setCertificateEntry("post", keys.getCertificate("post"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(only);
        SSLContext believed = SSLContext.getInstance("TLS");
        believed.init(null, trust.getTrustManagers(), null);
        return believed;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many mails it got, whole and in cipher. */
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
        BufferedReader in = reader(caller);
        say(caller, "220 here");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("EHLO")) {
                say(caller, "250-here");
                say(caller, "250 STARTTLS");
            } else if (line.startsWith("STARTTLS")) {
                say(caller, "220 go on");
                talkInCipher(caller);
                return;
            } else {
                say(caller, "530 in cipher only");
            }
        }
    }

    private void talkInCipher(Socket caller) throws IOException {
        try (SSLSocket hidden =
                (SSLSocket) context.getSocketFactory().createSocket(caller, null, caller.getPort(), false)) {
            hidden.setUseClientMode(false);
            BufferedReader in = reader(hidden);
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!data || line.equals(".")) {
                    taken.addAndGet(data ? 1 : 0);
                    data = line.startsWith("DATA");
                    say(hidden, data ? "354 go on" : "250 yes");
                }
            }
        }
    }

    private static BufferedReader reader(Socket from) throws IOException {
        return new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.US_ASCII));
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
