package dev.fermata.tests.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.fermata.Coroutine;
import dev.fermata.StopIteration;
import dev.fermata.frame.Frame;
import dev.fermata.tests.validation.woven.WovenMethod;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The frames of real runs: while suspended they hold no reference but those that the point they stand at puts back, and
 * once they have ended none at all. Every coroutine of the targets is suspended at every point, and run once more for
 * each point at which it is closed.
 */
@EveryCompilation
@Tag("G1")
@Tag("G2")
class FramesOfRunsTest {
    /** Later points of a long run are much like the first. */
    private static final int MOST_TURNS = 24;

    private final CompiledTargets targets;

    /** By frame class and number of the point, the fields that are read there. */
    private final Map<String, Set<String>> readAt = new HashMap<>();

    private final List<String> problems = new ArrayList<>();
    private int seen;

    FramesOfRunsTest(Compilation compilation) {
        this.targets = CompiledTargets.by(compilation);
        for (WovenMethod method : WovenMethod.in(targets.inputs(), targets.woven())) {
            String frame = method.frame().name.replace('/', '.');
            method.points()
                    .forEach(point -> readAt.put(
                            frame + " " + point.number(),
                            point.reads().stream().map(read -> read.name).collect(Collectors.toSet())));
        }
    }

    @Test
    void frames_keep_what_they_put_back_and_nothing_once_they_have_ended() throws Throwable {
        for (TargetMethod method : targets.methods()) {
            if (method.isCoroutine() && !method.needsSeparateClasses()) {
                int turns = run(method, Integer.MAX_VALUE);
                for (int turn = 1; turn < turns; turn++) {
                    run(method, turn);
                }
            }
        }
        assertEquals(List.of(), problems);
        assertNotEquals(0, seen);
    }

    /** Runs a coroutine and closes it at a turn; gives how many turns it took. */
    private int run(TargetMethod method, int closedAt) {
        Trial trial = new Trial(Input.faultless(), new Mask.Every(1));
        Set<Frame> frames = Collections.newSetFromMap(new IdentityHashMap<>());
        int[] turns = {0};
        trial.run(() -> {
            try (Coroutine<?> coroutine = (Coroutine<?>) method.call(targets.wovenFor(method), trial)) {
                Object trap = coroutine.send(null);
                while (++turns[0] < Math.min(closedAt, MOST_TURNS)) {
                    check(method, coroutine, frames);
                    trap = coroutine.send(trap instanceof Point.Wait<?> ? null : trial.answerTrap(trap));
                }
                check(method, coroutine, frames);
            } catch (StopIteration end) {
                return "ended";
            }
            return "closed";
        });
        frames.forEach(frame -> checkEnded(method, frame));
        return turns[0];
    }

    private void check(TargetMethod method, Object root, Set<Frame> frames) {
        for (Object at = root; at instanceof Frame frame; at = frame.delegate()) {
            Set<String> read = readAt.get(frame.getClass().getName() + " " + frame.point());
            if (read != null) {
                seen++;
                frames.add(frame);
                held(frame).stream()
                        .filter(field -> !read.contains(field))
                        .forEach(field ->
                                problems.add(method + " keeps " + field + " while suspended at " + frame.point()));
            }
        }
    }

    private void checkEnded(TargetMethod method, Frame frame) {
        if (frame.ended()) {
            held(frame).forEach(field -> problems.add(method + " keeps " + field + " after its end"));
        }
    }

    /** The reference fields of a generated class that are not null. */
    private static List<String> held(Frame frame) {
        List<String> held = new ArrayList<>();
        for (Field field : frame.getClass().getDeclaredFields()) {
            try {
                field.setAccessible(true);
                if (!field.getType().isPrimitive() && field.get(frame) != null) {
                    held.add(field.getName());
                }
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
        return held;
    }
}
