package twin;

/** What is yielded is counted; the consumer that closes early is an exception. */
public interface Generator<Y, S, R> {
    int[] left = {-1};

    static <T> T yield(Object value) {
        if (--left[0] == 0) {
            throw new Closed();
        }
        return null;
    }

    static <T> T yieldFrom(Iterable<?> alreadyYielded) {
        return null;
    }

    class Closed extends Error {}
}
