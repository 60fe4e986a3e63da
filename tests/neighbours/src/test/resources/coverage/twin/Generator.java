package twin;

import java.util.ArrayList;
import java.util.List;

public interface Generator<Y, S, R> {
    List<Object> yielded = new ArrayList<>();

    static <T> T yield(Object value) {
        yielded.add(value);
        return null;
    }

    static Object yieldFrom(Iterable<?> alreadyYielded) {
        return null;
    }
}
