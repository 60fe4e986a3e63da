package dev.fermata.testkit.junit;

import dev.fermata.testkit.TaskOrders;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that gets a {@link dev.fermata.testkit.TestLoop}: it runs in virtual time, in many orders of its tasks, and fails if
 * it leaves something behind.
 *
 * <pre>{@code
 * @LoopTest
 * void the_later_one_waits(TestLoop loop) {
 *     loop.run(() -> {
 *         await(EventLoop.sleep(Duration.ofHours(1)));
 *         return null;
 *     });
 *     assertEquals(Duration.ofHours(1), loop.elapsed());
 * }
 * }</pre>
 *
 * <p>JUnit runs only methods that return nothing, so the suspension points stand in a lambda. The method, the test class's
 * constructor and its {@code @BeforeEach} and {@code @AfterEach} methods may have parameters of the types {@code TestLoop},
 * {@code EventLoop}, {@code VirtualClock}, {@code Sequencer} and {@code TaskOrder}; the constructor of a class around a
 * {@code @Nested} one may not, because JUnit does not ask us. Each order is an invocation of its own, with
 * a fresh instance of the test class. There are no more of them after the first failure, and if there was nothing to choose
 * between. What is left is looked for after the {@code @AfterEach} methods.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(LoopTestExtension.class)
public @interface LoopTest {
    /**
     * In how many orders to run; the first is by arrival. System properties can change it, see {@link TaskOrders}.
     *
     * @return the number, at least 1
     */
    int seeds() default TaskOrders.DEFAULT_COUNT;

    /**
     * The seeds of the orders to run, and no others: to replay one that failed.
     *
     * @return the seeds; none for {@link #seeds}
     */
    long[] seed() default {};

    /**
     * For how long, in real time, a run may wait for other threads, or go round without waiting.
     *
     * @return milliseconds
     */
    long timeoutMillis() default 10_000;

    /**
     * The time at which the virtual clock starts.
     *
     * @return nanoseconds; just below {@link Long#MAX_VALUE} to see it wrap
     */
    long startNanos() default 0;

    /**
     * Whether tasks and timers may be left at the end.
     *
     * @return true if so
     */
    boolean leftovers() default false;
}
