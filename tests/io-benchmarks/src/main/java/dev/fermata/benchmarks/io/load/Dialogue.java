package dev.fermata.benchmarks.io.load;

import java.nio.ByteBuffer;

/** One side's part of a protocol: what to say, and whether the answer is right. */
interface Dialogue {
    /** The next request, from position to limit; the buffer is the dialogue's. */
    ByteBuffer request();

    /**
     * Looks at what has been received for the last request.
     *
     * @param received from position to limit; not changed
     * @return whether that is the whole answer; if not, there is more to come
     */
    boolean isAnsweredBy(ByteBuffer received) throws WrongAnswerException;
}
