package dk.samblik.population;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * One accepted record file, read in place through its indexes. Kept open, so that the last good state can still be read
 * when the sender has cleaned up.
 */
final class RecordFile {

    private static final int MOST = 1 << 20;

    private final Path path;
    private final Header header;
    private final RecordScan.Indexes indexes;
    private volatile FileChannel channel;

    RecordFile(Path path, Header header, RecordScan.Indexes indexes) throws IOException {
        this.path = path;
        this.header = header;
        this.indexes = indexes;
        this.channel = FileChannel.open(path);
    }

    Header header() {
        return header;
    }

    /** Where records of the person with the number of this hash may begin, the last first; who reads them compares. */
    LongStream lastFirst(long hash) {
        long[] places = indexes.numbers().find(hash);
        return LongStream.range(0, places.length).map(i -> places[places.length - 1 - (int) i]);
    }

    /** Records that name the number with this hash as an earlier one of theirs, or as the one in force instead of theirs. */
    LongStream naming(long hash) {
        return Arrays.stream(indexes.earlier().find(hash));
    }

    /** Records of people whose address may be the one with this hash; who asks compares. */
    LongStream at(long hash) {
        return Arrays.stream(indexes.addresses().find(hash));
    }

    /** Where everybody's records begin, in no order. */
    LongStream everybody() {
        LongStream.Builder places = LongStream.builder();
        indexes.numbers().everyPlace(places);
        return places.build();
    }

    /** All records of the person that begins here. */
    Records read(long offset) {
        try {
            for (int size = 1 << 12; size <= MOST; size <<= 2) {
                ByteBuffer block = ByteBuffer.allocate(size);
                fill(block, offset);
                Records records = Records.read(this, offset, block.array(), block.position());
                if (records != null) {
                    return records;
                }
            }
        } catch (IOException lost) {
            throw new PopulationUnavailable("FILE_LOST");
        }
        throw new PopulationUnavailable("FILE_CHANGED");
    }

    private void fill(ByteBuffer block, long offset) throws IOException {
        int read = 0;
        while (block.hasRemaining() && read >= 0) {
            read = readAt(block, offset + block.position());
        }
    }

    /** An interrupted thread closes the channel under everybody else; they open it again. */
    private int readAt(ByteBuffer block, long position) throws IOException {
        try {
            return channel.read(block, position);
        } catch (ClosedChannelException interrupted) {
            channel = FileChannel.open(path);
            return channel.read(block, position);
        }
    }

    @Override
    public String toString() {
        return "RecordFile[" + path.getFileName() + "]";
    }
}
