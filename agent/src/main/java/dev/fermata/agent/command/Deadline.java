package dev.fermata.agent.command;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks on a thread that can be left behind: a JVM that is stopped, or has a safepoint that does not come, never answers, and
 * the attach mechanism would wait for ever.
 */
final class Deadline {
    private Deadline() {}

    static String call(Duration patience, JvmProcess process, Callable<String> question) throws CommandException {
        FutureTask<String> answer = new FutureTask<>(question);
        Thread thread = new Thread(answer, "fermata-question");
        thread.setDaemon(true);
        thread.start();
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            KnockFile.remove(process);
            throw new CommandException(process + " has not answered within " + patience.toSeconds() + " s. "
                    + process.whySilent() + " More time: --timeout <seconds>");
        } catch (InterruptedException stopped) {
            throw new CommandException("interrupted", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof CommandException told) {
                throw told;
            }
            throw new CommandException(process + " cannot be asked: " + failed.getCause(), failed.getCause());
        }
    }
}
