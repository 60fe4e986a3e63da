package dev.fermata.benchmarks.io.load;

import dev.fermata.benchmarks.io.wire.Link;
import dev.fermata.benchmarks.io.wire.Protocol;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Requests on a connection that is kept. The first answer is taken apart and examined; those after it must be the same, byte
 * for byte, which is quick to see.
 */
final class HttpDialogue implements Dialogue {
    private static final List<String> HEADERS =
            List.of("content-length: " + Protocol.BODY.length(), "content-type: " + Protocol.CONTENT_TYPE);

    private final ByteBuffer request;

    /** Null before it has come. */
    private ByteBuffer firstAnswer;

    HttpDialogue(Link link) {
        byte[] bytes = Protocol.bytes(Protocol.REQUEST);
        request = link.buffer(bytes.length).put(bytes);
    }

    @Override
    public ByteBuffer request() {
        return request.rewind();
    }

    @Override
    public boolean isAnsweredBy(ByteBuffer received) throws WrongAnswerException {
        if (firstAnswer == null) {
            return isFirstAnswer(received);
        }
        if (received.remaining() < firstAnswer.capacity()) {
            return false;
        }
        if (!received.equals(firstAnswer)) {
            throw new WrongAnswerException("the same as at first", received);
        }
        return true;
    }

    private boolean isFirstAnswer(ByteBuffer received) throws WrongAnswerException {
        String text = StandardCharsets.ISO_8859_1.decode(received.duplicate()).toString();
        int endOfHead = text.indexOf("\r\n\r\n");
        if (endOfHead == -1 || text.length() < endOfHead + 4 + Protocol.BODY.length()) {
            return false;
        }
        String[] lines = text.substring(0, endOfHead).split("\r\n");
        String[] headers = Arrays.copyOfRange(lines, 1, lines.length);
        Arrays.setAll(headers, i -> headers[i].toLowerCase(Locale.ROOT));
        Arrays.sort(headers);
        if (!lines[0].equals("HTTP/1.1 200 OK")
                || !HEADERS.equals(List.of(headers))
                || !text.substring(endOfHead + 4).equals(Protocol.BODY)) {
            throw new WrongAnswerException("200, " + HEADERS + " and \"" + Protocol.BODY + '"', received);
        }
        firstAnswer =
                request.isDirect() ? ByteBuffer.allocateDirect(text.length()) : ByteBuffer.allocate(text.length());
        firstAnswer.put(received.duplicate()).flip();
        return true;
    }
}
