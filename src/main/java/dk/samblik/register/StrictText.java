package dk.samblik.register;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Holds a file back when one of its bytes stands for no character of its charset. Nothing is ever replaced. */
final class StrictText {

    private final CharsetDecoder decoder;
    private final CharBuffer scratch = CharBuffer.allocate(8_192);
    private ByteBuffer rest = ByteBuffer.allocate(0);

    StrictText(Charset charset) {
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The next bytes of the file; a character may be cut between two calls. */
    void seen(byte[] window, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(rest.remaining() + length);
        bytes.put(rest).put(window, 0, length).flip();
        decode(bytes, false);
        rest = bytes.slice();
    }

    /** No more bytes; a character begun must have ended. */
    void end() {
        decode(rest, true);
    }

    private void decode(ByteBuffer bytes, boolean last) {
        CoderResult result;
        do {
            scratch.clear();
            result = decoder.decode(bytes, scratch, last);
            if (result.isError()) {
                throw new HeldBack("BAD_BYTE");
            }
        } while (result.isOverflow());
    }
}
