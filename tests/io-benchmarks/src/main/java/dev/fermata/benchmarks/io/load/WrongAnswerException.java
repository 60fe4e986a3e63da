package dev.fermata.benchmarks.io.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A server has said something else than it should. */
final class WrongAnswerException extends IOException {
    private static final long serialVersionUID = 1;

    WrongAnswerException(String expected, ByteBuffer received) {
        super("expected " + expected + " and received \"" + StandardCharsets.ISO_8859_1.decode(received) + '"');
    }
}
