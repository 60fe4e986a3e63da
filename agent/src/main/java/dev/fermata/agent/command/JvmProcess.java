package dev.fermata.agent.command;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process that is said to be a JVM. Whether it is has to be known beforehand: attaching sends a signal that ends other
 * processes.
 */
final class JvmProcess {
    private static final int SIGQUIT = 3;

    private final long pid;
    private final ProcessHandle handle;

    private JvmProcess(long pid, ProcessHandle handle) {
        this.pid = pid;
        this.handle = handle;
    }

    /**
     * Finds a process.
     *
     * @throws CommandException if there is none, or it is another user's, or no JVM
     */
    static JvmProcess of(long pid) throws CommandException {
        ProcessHandle handle = ProcessHandle.of(pid)
                .orElseThrow(() -> new CommandException("there is no process " + pid
                        + ". Inside a container, only its own processes can be seen, by the pids that they have there;"
                        + " 'ps' without a pid lists those with Fermata"));
        if (pid == ProcessHandle.current().pid()) {
            throw new CommandException("process " + pid + " is this command itself");
        }
        JvmProcess process = new JvmProcess(pid, handle);
        process.checkOwner();
        process.checkSignal();
        return process;
    }

    long pid() {
        return pid;
    }

    boolean hasEnded() {
        return !handle.isAlive();
    }

    /** Where Linux tells about the process; elsewhere a path to nothing. */
    Path proc() {
        return Path.of("/proc", Long.toString(pid));
    }

    private void checkOwner() throws CommandException {
        String owner = handle.info().user().orElse(null);
        String me = ProcessHandle.current().info().user().orElse(null);
        if (owner != null && me != null && !me.equals(owner) && !me.equals("root")) {
            throw new CommandException(this + " is run by user " + owner + ", and a JVM answers only its own user: use"
                    + " 'sudo -u " + owner + "'");
        }
    }

    /** A JVM catches SIGQUIT, by which the attach mechanism knocks; others die of it. */
    private void checkSignal() throws CommandException {
        String caught = status("SigCgt");
        if (caught != null && !new BigInteger(caught, 16).testBit(SIGQUIT - 1)) {
            throw new CommandException(
                    this + " is not a JVM, or one that has only begun to start, or one with -Xrs, which"
                            + " cannot be looked into");
        }
    }

    /** What may be the matter with a JVM that does not answer. */
    String whySilent() {
        String state = status("State");
        if (hasEnded()) {
            return "It has ended meanwhile.";
        }
        return state != null && state.startsWith("T")
                ? "It is stopped (SIGSTOP, Ctrl-Z or a debugger)."
                : "It may be overloaded, out of memory or stopped by a debugger.";
    }

    /** A line of what Linux tells about the process; null if it tells nothing. */
    String status(String name) {
        try {
            for (String line : Files.readAllLines(proc().resolve("status"))) {
                if (line.startsWith(name + ":")) {
                    return line.substring(name.length() + 1).trim();
                }
            }
            return null;
        } catch (IOException noSuchFile) {
            return null; // another system, or the process has ended: attaching will tell
        }
    }

    @Override
    public String toString() {
        return "process " + pid;
    }
}
