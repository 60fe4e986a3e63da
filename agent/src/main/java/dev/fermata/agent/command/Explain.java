package dev.fermata.agent.command;

import dev.fermata.transformer.explain.ExplainCommand;
import java.io.PrintStream;
import java.util.List;

/** {@code explain}: what weaving makes of a method. */
public final class Explain implements Command {
    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String usage() {
        return "<what> [--method <name>] [--source <directories>] [--html <file>] [-cp <path>]";
    }

    @Override
    public String summary() {
        return "what weaving makes of a class file, a directory, app.jar, app.jar!com.acme.Orders, or with -cp a class";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        return ExplainCommand.run(arguments.toArray(new String[0]), out, err);
    }
}
