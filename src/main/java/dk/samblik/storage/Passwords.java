package dk.samblik.storage;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The embedded server's passwords: random, one a role, in a file that only its owner can read. */
final class Passwords {

    private static final int BYTES = 32;

    private final Path file;
    private final Properties known = new Properties();

    private Passwords(Path file) {
        this.file = file;
    }

    /** Those in the file; none yet where there is no file. */
    static Passwords in(Path file) throws IOException {
        Passwords passwords = new Passwords(file);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                passwords.known.load(reader);
            }
        }
        return passwords;
    }

    /** This role's password; makes and keeps one the first time it is asked for. */
    synchronized String of(String role) throws IOException {
        String password = known.getProperty(role);
        if (password == null) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            password = HexFormat.of().formatHex(random);
            known.setProperty(role, password);
            write();
        }
        return password;
    }

    private void write() throws IOException {
        Path next = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "passwords",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(next)) {
            known.store(writer, null);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
