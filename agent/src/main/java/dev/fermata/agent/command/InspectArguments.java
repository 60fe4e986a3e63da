package dev.fermata.agent.command;

import java.time.Duration;
import java.util.List;

/**
 * What stands behind {@code ps} and {@code tree}.
 *
 * @param pid the process; 0 if none is given
 * @param json whether the answer is for programs
 * @param patience how long to wait for the answer
 */
record InspectArguments(long pid, boolean json, Duration patience) {
    static final String USAGE = "[<pid>] [--json] [--timeout <seconds>]";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static InspectArguments parse(List<String> arguments) throws UsageException {
        long pid = 0;
        boolean json = false;
        Duration patience = PATIENCE;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--json")) {
                json = true;
            } else if (argument.equals("--timeout")) {
                i++;
                patience = Duration.ofSeconds(number(argument, i < arguments.size() ? arguments.get(i) : ""));
            } else if (argument.startsWith("-")) {
                throw new UsageException("unknown option '" + argument + "'");
            } else if (pid != 0) {
                throw new UsageException("one pid at a time");
            } else {
                pid = number("the pid", argument);
            }
        }
        if (pid == 0 && json) {
            throw new UsageException("--json needs a pid");
        }
        return new InspectArguments(pid, json, patience);
    }

    private static long number(String what, String text) throws UsageException {
        if (!text.matches("[1-9][0-9]{0,9}")) {
            throw new UsageException(what + " has to be a positive number, not '" + text + "'");
        }
        return Long.parseLong(text);
    }
}
