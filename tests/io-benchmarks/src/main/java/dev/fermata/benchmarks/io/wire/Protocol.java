package dev.fermata.benchmarks.io.wire;

import java.nio.charset.StandardCharsets;

/** What is asked and answered on a connection, one request at a time. */
public enum Protocol {
    /** A message of {@link #MESSAGE_SIZE} bytes, which comes back as it is. */
    ECHO,

    /** An HTTP/1.1 request for {@link #PATH}, answered with {@link #ANSWER}, on a connection that is kept. */
    HTTP;

    /** How long every message of an echo is. */
    public static final int MESSAGE_SIZE = 64;

    /** What is asked for. */
    public static final String PATH = "/greeting";

    /** The type of the body. */
    public static final String CONTENT_TYPE = "text/plain";

    /** The body of the answer. */
    public static final String BODY = "Hello, World!";

    /** With headers as a small client sends them; the same for all servers. */
    public static final String REQUEST =
            "GET " + PATH + " HTTP/1.1\r\nhost: localhost\r\nuser-agent: load\r\naccept: */*\r\n\r\n";

    /**
     * The answer as servers send it that write it themselves, with the time of day in place of {@code %s}, which all servers
     * make anew each second. Others may write the headers in another order, and their names in another case.
     */
    public static final String ANSWER = "HTTP/1.1 200 OK\r\ndate: %s\r\ncontent-type: " + CONTENT_TYPE
            + "\r\ncontent-length: " + BODY.length() + "\r\n\r\n" + BODY;

    /**
     * Text of these protocols as bytes.
     *
     * @param text in ASCII
     * @return its bytes, a new array
     */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
