package dev.fermata.agent;

import dev.fermata.transformer.Diagnostic;
import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.WeaveResult;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells the user what became of the classes: trouble always, the rest if the agent is verbose. */
final class Report {
    private final Console console;
    private final boolean verbose;

    private final AtomicInteger offered = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger woven = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger newerVersionWarnings = new AtomicInteger();

    Report(Console console, boolean verbose) {
        this.console = console;
        this.verbose = verbose;
    }

    void started(String version) {
        if (verbose) {
            console.say("agent " + version + " is active");
            Runtime.getRuntime().addShutdownHook(new Thread(new SummingUp(), "fermata-agent-summary"));
        }
    }

    /** A class has passed the filter. */
    void offered() {
        offered.incrementAndGet();
    }

    void untouched(String name) {
        read.incrementAndGet();
        if (verbose) {
            console.say("nothing to weave in " + dotted(name));
        }
    }

    /** A new class file version concerns all classes alike, so it is worth one warning, not one each. */
    void warn(List<Diagnostic> warnings) {
        for (Diagnostic warning : warnings) {
            if (warning.code() != DiagnosticCode.CLASS_NEWER_THAN_KNOWN
                    || newerVersionWarnings.getAndIncrement() == 0) {
                console.sayOnce(warning.toString());
            }
        }
    }

    void woven(WeaveResult.Success success) {
        read.incrementAndGet();
        woven.incrementAndGet();
        if (verbose) {
            console.say("wove " + dotted(success.name()) + ", frame classes: "
                    + success.frames().size());
        }
    }

    /** A class whose suspendable methods will throw the reason. */
    void refused(String name, WeaveResult.Refused result) {
        read.incrementAndGet();
        refused.incrementAndGet();
        for (Diagnostic error : result.errors()) {
            console.sayOnce(error.toString());
        }
        if (result.poisoned() == null) {
            console.sayOnce(dotted(name) + " is loaded as it is");
        }
    }

    /** Something that must never happen; whatever it was, the class is loaded unwoven. */
    void failed(String name, Throwable failure) {
        console.say(dotted(name) + " is loaded as it is, because weaving it failed: " + failure);
        if (verbose) {
            StackTraceElement[] trace = failure.getStackTrace();
            for (StackTraceElement element : trace) {
                console.say("    at " + element);
            }
        }
    }

    private static String dotted(String name) {
        return name == null ? "a class without a name" : name.replace('/', '.');
    }

    private final class SummingUp implements Runnable {
        @Override
        public void run() {
            console.say("of " + offered + " classes outside the JDK " + read + " mention Fermata and have been read: "
                    + woven + " woven, " + refused + " refused");
        }
    }
}
