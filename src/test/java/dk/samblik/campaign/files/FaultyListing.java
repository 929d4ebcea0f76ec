package dk.samblik.campaign.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Supplier;

/** What lies in a folder; reading on may fail at each entry, as it may on a share that goes away. */
final class FaultyListing implements DirectoryStream<Path> {

    private final DirectoryStream<Path> real;
    private final FileSystem system;
    private final Supplier<Disturbance> disturbance;

    FaultyListing(DirectoryStream<Path> real, FileSystem system, Supplier<Disturbance> disturbance) {
        this.real = real;
        this.system = system;
        this.disturbance = disturbance;
    }

    @Override
    public Iterator<Path> iterator() {
        Iterator<Path> entries = real.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Path next() {
                try {
                    return disturbance.get().does("next entry", () -> FaultyPath.wrap(entries.next(), system));
                } catch (IOException fault) {
                    throw new DirectoryIteratorException(fault);
                }
            }
        };
    }

    @Override
    public void close() throws IOException {
        real.close();
    }
}
