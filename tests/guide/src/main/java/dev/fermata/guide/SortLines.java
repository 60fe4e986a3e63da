package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.process.ProcessOutput;
import dev.fermata.io.process.Subprocess;
import dev.fermata.loop.EventLoop;

/** Another program, fed and read. */
final class SortLines {
    private SortLines() {}

    // region sort
    @Suspendable
    static Coroutine<Void> program() {
        try (Subprocess sort = await(Subprocess.start("sort", "-n"))) {
            ProcessOutput output = await(sort.communicate("10\n9\n2\n"));
            System.out.print(output.text());
            System.out.println("exit code " + output.exitCode());
        }
        return null;
    }
    // endregion

    public static void main(String[] arguments) {
        EventLoop.run(program());
    }
}
