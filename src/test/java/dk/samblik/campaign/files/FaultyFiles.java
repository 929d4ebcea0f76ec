package dk.samblik.campaign.files;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;

/**
 * The files of this machine under the scheme {@code faulty:}, for whoever is given a path as {@code faulty:///folder}. Every
 * operation goes by one {@link Disturbance}.
 */
public final class FaultyFiles extends FileSystemProvider {

    private static final FileSystemProvider REAL = FileSystems.getDefault().provider();

    private static volatile Disturbance disturbance = Disturbance.NONE;

    private final FileSystem system = new FaultyFileSystem(this);

    /** From now on every operation goes by this. */
    public static void disturb(Disturbance by) {
        disturbance = by;
    }

    /** The path of the same file here. */
    public static Path of(Path real) {
        return Path.of(URI.create("faulty://" + real.toAbsolutePath()));
    }

    private static <T> T does(String what, Path path, Disturbance.Deed<T> deed) throws IOException {
        String name = path.toString();
        String ending = name.replaceAll("[^/]*/|\\d", "").replaceAll("^.*\\.", ".");
        return disturbance.does(what + " " + ending, deed);
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
        return system;
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        return FaultyPath.wrap(Path.of(uri.getPath()), system);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path real = FaultyPath.real(path);
        return new FaultyChannel(
                does("open", real, () -> REAL.newFileChannel(real, options, attributes)), () -> disturbance);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        Path real = FaultyPath.real(folder);
        return new FaultyListing(
                does("list", real, () -> REAL.newDirectoryStream(real, entry -> true)), system, () -> disturbance);
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        Path real = FaultyPath.real(folder);
        does("make folder", real, () -> {
            REAL.createDirectory(real, attributes);
            return true;
        });
    }

    @Override
    public void delete(Path path) throws IOException {
        Path real = FaultyPath.real(path);
        does("delete", real, () -> {
            REAL.delete(real);
            return true;
        });
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) {
        throw new UnsupportedOperationException("the hub copies no file");
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        Path real = FaultyPath.real(from);
        does("move", real, () -> {
            REAL.move(real, FaultyPath.real(to), options);
            return true;
        });
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return REAL.isSameFile(FaultyPath.real(one), FaultyPath.real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return REAL.isHidden(FaultyPath.real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return REAL.getFileStore(FaultyPath.real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        Path real = FaultyPath.real(path);
        does("look for", real, () -> {
            REAL.checkAccess(real, modes);
            return true;
        });
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return REAL.getFileAttributeView(FaultyPath.real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        Path real = FaultyPath.real(path);
        return does("look at", real, () -> REAL.readAttributes(real, type, options));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return REAL.readAttributes(FaultyPath.real(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        REAL.setAttribute(FaultyPath.real(path), attribute, value, options);
    }
}
