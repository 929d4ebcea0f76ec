package dk.samblik.register;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets whose stream says so when it has ended and more of it shall be skipped. The PostgreSQL driver asks again and again
 * otherwise, for ever and without waiting, when an answer that is no answer ends; no time limit reaches it there. The driver
 * makes one by its name.
 */
public final class EndingSockets extends SocketFactory {

    /** A socket that is not yet connected. */
    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public InputStream getInputStream() throws IOException {
                return new Ending(super.getInputStream());
            }
        };
    }

    private static final class Ending extends FilterInputStream {

        Ending(InputStream in) {
            super(in);
        }

        @Override
        public long skip(long bytes) throws IOException {
            if (bytes <= 0) {
                return 0;
            }
            if (in.read() < 0) {
                throw new EOFException();
            }
            return 1 + in.skip(bytes - 1);
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    private Socket connected(InetSocketAddress there, @Nullable InetSocketAddress here) throws IOException {
        Socket socket = createSocket();
        socket.bind(here);
        socket.connect(there);
        return socket;
    }
}
