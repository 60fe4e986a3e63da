package dev.fermata.agent.command;

/** The module of the JDK that the commands need and that a small runtime image may lack. */
final class AttachModule {
    private static final String NAME = "jdk.attach";

    private AttachModule() {}

    static void require() throws CommandException {
        if (ModuleLayer.boot().findModule(NAME).isEmpty()) {
            throw new CommandException(
                    "this Java runtime, " + System.getProperty("java.home") + ", lacks the module " + NAME
                            + ". Run the command with that of a JDK; the JVM to look at needs none. Or write the answer to a file"
                            + " with 'jcmd <pid> JVMTI.agent_load', or call dev.fermata.inspect.Inspection.text() in the program");
        }
    }
}
