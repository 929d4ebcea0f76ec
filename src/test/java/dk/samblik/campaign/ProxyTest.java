package dk.samblik.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proxy spoils what it is told to, in front of a server that says everything back. */
class ProxyTest {

    private ServerSocket echo;
    private Proxy proxy;

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread server = new Thread(this::serve, "echo");
        server.setDaemon(true);
        server.start();
        proxy = Proxy.open().towards("127.0.0.1", echo.getLocalPort());
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket one = echo.accept();
                Thread talk = new Thread(() -> talk(one), "echo-talk");
                talk.setDaemon(true);
                talk.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void talk(Socket one) {
        try (one) {
            one.getInputStream().transferTo(one.getOutputStream());
        } catch (IOException gone) {
            // the client has left
        }
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket("127.0.0.1", proxy.port());
        socket.setSoTimeout(300);
        return socket;
    }

    private static String heard(Socket socket, String said) throws IOException {
        socket.getOutputStream().write(said.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = socket.getInputStream().readNBytes(said.length());
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void passesEverythingUntilItIsToldOtherwise() throws IOException {
        try (Socket socket = connected()) {
            assertThat(heard(socket, "hello")).isEqualTo("hello");
        }
    }

    @Test
    void refusesAndTakesInAgainOnTheSamePort() throws IOException {
        proxy.refuse();
        assertThatThrownBy(this::connected).isInstanceOf(ConnectException.class);

        proxy.heal();
        passesEverythingUntilItIsToldOtherwise();
    }

    @Test
    void resetsAConnectionThatStood() throws IOException {
        try (Socket socket = connected()) {
            assertThat(heard(socket, "hello")).isEqualTo("hello");
            proxy.spoil(Spoil.resetAfter(2));
            assertThatThrownBy(() -> heard(socket, "hello")).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void endsInTheMiddleOfAnAnswer() throws IOException {
        proxy.spoil(Spoil.endAfter(2));
        try (Socket socket = connected()) {
            assertThat(heard(socket, "hello")).isEqualTo("he");
        }
    }

    @Test
    void dropsTheReplyToWhatWasDone() throws IOException {
        proxy.spoil(Spoil.dropReply());
        try (Socket socket = connected()) {
            assertThat(heard(socket, "hello")).isEmpty();
        }
    }

    @Test
    void hangsAndTrickles() throws IOException {
        proxy.spoil(Spoil.hang());
        try (Socket socket = connected()) {
            assertThatThrownBy(() -> heard(socket, "hello")).isInstanceOf(SocketTimeoutException.class);
        }
        proxy.spoil(Spoil.trickle(Duration.ofMillis(1)));
        try (Socket socket = connected()) {
            assertThat(heard(socket, "hello")).isEqualTo("hello");
        }
    }

    @Test
    void saysSomethingElseInTurnAndRewrites() throws IOException {
        proxy.spoil(Spoil.reply("first".getBytes(StandardCharsets.UTF_8), "other".getBytes(StandardCharsets.UTF_8)));
        try (Socket one = connected();
                Socket two = connected()) {
            assertThat(heard(one, "hello")).isEqualTo("first");
            assertThat(heard(two, "hello")).isEqualTo("other");
        }
        proxy.spoil(Spoil.rewrite(bytes -> new String(bytes, StandardCharsets.UTF_8)
                .toUpperCase(Locale.ROOT)
                .getBytes(StandardCharsets.UTF_8)));
        try (Socket socket = connected()) {
            assertThat(heard(socket, "hello")).isEqualTo("HELLO");
        }
    }
}
