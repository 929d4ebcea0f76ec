package dk.samblik.campaign.files;

import dk.samblik.campaign.files.Disturbance.Fate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.function.Supplier;

/** An open file: every read, write and flush to the disk can fail. */
final class FaultyChannel extends FileChannel {

    private final FileChannel real;
    private final Supplier<Disturbance> disturbance;

    FaultyChannel(FileChannel real, Supplier<Disturbance> disturbance) {
        this.real = real;
        this.disturbance = disturbance;
    }

    private <T> T does(String what, Disturbance.Deed<T> deed) throws IOException {
        return disturbance.get().does(what, deed);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return does("read", () -> real.read(into));
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        return does("read", () -> real.read(into, offset, length));
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        return does("read", () -> real.read(into, position));
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        Fate fate = disturbance.get().fate("write");
        if (fate == Fate.REFUSED) {
            throw new IOException("refused by the campaign");
        }
        if (fate == Fate.HALF_WRITTEN) {
            from.limit(from.position() + from.remaining() / 2);
        }
        int written = real.write(from);
        if (fate != Fate.DONE) {
            throw new IOException("failed while it was written by the campaign");
        }
        return written;
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
        throw new UnsupportedOperationException("the hub writes one buffer at a time");
    }

    @Override
    public int write(ByteBuffer from, long position) {
        throw new UnsupportedOperationException("the hub writes at the end");
    }

    @Override
    public void force(boolean metaData) throws IOException {
        does("flush", () -> {
            real.force(metaData);
            return true;
        });
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return does("lock", () -> real.lock(position, size, shared));
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return does("lock", () -> real.tryLock(position, size, shared));
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        real.truncate(size);
        return this;
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return does("read", () -> real.transferTo(position, count, target));
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException("the hub copies no file");
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException("the hub maps no file");
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
