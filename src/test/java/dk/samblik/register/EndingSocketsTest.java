package dk.samblik.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Whoever skips beyond the end of an answer is told, and does not ask for ever. */
class EndingSocketsTest {

    @Test
    void skippingBeyondTheEndIsAFault() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new EndingSockets().createSocket(server.getInetAddress(), server.getLocalPort())) {
            try (Socket there = server.accept()) {
                there.getOutputStream().write("HTTP".getBytes(StandardCharsets.US_ASCII));
            }
            InputStream answer = client.getInputStream();

            assertThat(answer.skip(0)).isZero();
            assertThat(answer.skip(3)).isEqualTo(3);
            assertThat(answer.read()).isEqualTo('P');
            assertThatThrownBy(() -> answer.skip(1)).isInstanceOf(EOFException.class);
        }
    }
}
