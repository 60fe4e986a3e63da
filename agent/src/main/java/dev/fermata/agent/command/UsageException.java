package dev.fermata.agent.command;

/** A command line that cannot be understood. */
public final class UsageException extends CommandException {
    private static final long serialVersionUID = 1;

    public UsageException(String message) {
        super(message);
    }
}
