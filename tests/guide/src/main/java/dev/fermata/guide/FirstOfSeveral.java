package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.Until;
import dev.fermata.tasks.Waited;
import dev.fermata.testkit.TestLoop;
import java.util.List;

/** The first answer wins. */
final class FirstOfSeveral {
    private FirstOfSeveral() {}

    // region program
    @Suspendable
    static Coroutine<Void> program() {
        EventLoop loop = EventLoop.current();
        List<Task<String>> mirrors =
                List.of(loop.spawn(Remote.fetch("near", 10)), loop.spawn(Remote.fetch("far", 500)));
        Waited<Task<String>> waited = await(Tasks.wait(mirrors, Until.FIRST_DONE));
        System.out.println(waited.done().get(0).result());
        waited.pending().forEach(Task::cancel); // they would go on
        await(Tasks.wait(mirrors, Until.ALL_DONE));
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
