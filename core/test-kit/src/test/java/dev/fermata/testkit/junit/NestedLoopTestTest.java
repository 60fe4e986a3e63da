package dev.fermata.testkit.junit;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.loop.EventLoop;
import dev.fermata.testkit.Sequencer;
import dev.fermata.testkit.TestLoop;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

class NestedLoopTestTest {
    private TestLoop loop;
    private boolean isTimeUp;

    @BeforeEach
    void set_a_timer(TestLoop loop) {
        this.loop = loop;
        loop.loop().callLater(Duration.ofHours(1), () -> isTimeUp = true);
    }

    @Nested
    class Inside {
        private final TestLoop own;

        Inside(TestLoop own) {
            this.own = own;
        }

        @LoopTest
        void the_loop_is_the_one_of_the_class_around(TestLoop given, Sequencer order) {
            assertSame(loop, given);
            assertSame(loop, own);
            assertSame(loop.sequencer(), order);
            given.run(() -> {
                await(EventLoop.sleep(Duration.ofHours(1)));
                return null;
            });
            assertTrue(isTimeUp);
        }
    }
}
