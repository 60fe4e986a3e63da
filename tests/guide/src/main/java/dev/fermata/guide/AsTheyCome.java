package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tasks.Tasks;
import dev.fermata.testkit.TestLoop;
import java.util.List;

/** The quickest first. */
final class AsTheyCome {
    private AsTheyCome() {}

    // region program
    @Suspendable
    static Coroutine<Void> program() {
        List<Coroutine<String>> downloads =
                List.of(Remote.fetch("slow", 300), Remote.fetch("quick", 10), Remote.fetch("middling", 100));
        for (Coroutine<String> next : Tasks.asCompleted(downloads)) {
            System.out.println(await(next));
        }
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
