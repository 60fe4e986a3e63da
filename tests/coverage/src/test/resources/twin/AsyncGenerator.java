package twin;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Has run to its end before the consumer gets its first value. */
public interface AsyncGenerator<Y> extends Iterable<Y> {
    List<Object> yielded = new ArrayList<>();

    static <T> T yield(Object value) {
        yielded.add(value);
        return null;
    }

    @SuppressWarnings("unchecked")
    static <Y> AsyncGenerator<Y> collected() {
        List<Object> values = new ArrayList<>(yielded);
        yielded.clear();
        return () -> (Iterator<Y>) values.iterator();
    }
}
