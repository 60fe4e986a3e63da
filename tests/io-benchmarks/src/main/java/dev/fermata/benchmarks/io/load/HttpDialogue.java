package dev.fermata.benchmarks.io.load;

import dev.fermata.benchmarks.io.wire.Link;
import dev.fermata.benchmarks.io.wire.Protocol;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Requests on a connection that is kept. The first answer is taken apart and examined; those after it are the same, byte for
 * byte, which is quick to see, until the date in them has changed, when one is examined again.
 */
final class HttpDialogue implements Dialogue {
    private static final Pattern HEADERS =
            Pattern.compile("content-length: " + Protocol.BODY.length() + "\ncontent-type: " + Protocol.CONTENT_TYPE
                    + "\ndate: [a-z]{3}, \\d{1,2} [a-z]{3} \\d{4} \\d\\d:\\d\\d:\\d\\d gmt");

    private final ByteBuffer request;

    /** The last that has been examined; null before there is one. */
    private ByteBuffer answer;

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
        return received.equals(answer) || isRightAnswer(received);
    }

    private boolean isRightAnswer(ByteBuffer received) throws WrongAnswerException {
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
                || !HEADERS.matcher(String.join("\n", headers)).matches()
                || !text.substring(endOfHead + 4).equals(Protocol.BODY)) {
            throw new WrongAnswerException("200, " + HEADERS + " and \"" + Protocol.BODY + '"', received);
        }
        if (answer == null || answer.capacity() != text.length()) {
            answer = request.isDirect() ? ByteBuffer.allocateDirect(text.length()) : ByteBuffer.allocate(text.length());
        }
        answer.clear().put(received.duplicate()).flip();
        return true;
    }
}
