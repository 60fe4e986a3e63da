package dev.fermata.loop;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is left of a recording when it is over. */
class LoopRecordingTest {
    private static final int COLLECTIONS = 100;

    private final EventLoop loop = new EventLoop();
    private final LoopRecording recording = new LoopRecording(loop);

    @AfterEach
    void end() {
        loop.close();
    }

    private WeakReference<Object> recorded() {
        Object callback = new Object();
        recording.callbackBegins(callback);
        recording.look();
        recording.callbackEnded(callback);
        recording.stop();
        return new WeakReference<>(callback);
    }

    @Test
    void what_the_loop_was_in_when_it_was_looked_at_is_not_kept() {
        WeakReference<Object> callback = recorded();
        for (int i = 0; i < COLLECTIONS && callback.get() != null; i++) {
            System.gc();
        }
        assertNull(callback.get());
    }
}
