package dev.fermata.agent.command;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.fermata.agent.inspection.View;
import java.io.IOException;
import java.util.Properties;

/** A connection to another JVM, by which the agent is sent there on an errand. */
final class Attachment implements AutoCloseable {
    /** Set by the user or by the runtime when there is an MBean to ask. */
    private static final String JMX_PROPERTY = "fermata.jmx";

    /** Set by an agent that weaves, to its version. */
    private static final String AGENT_PROPERTY = "fermata.agent";

    private static final int OLDEST_JAVA = 17;

    private final JvmProcess process;
    private final VirtualMachine machine;
    private final Properties properties;

    private Attachment(JvmProcess process, VirtualMachine machine, Properties properties) {
        this.process = process;
        this.machine = machine;
        this.properties = properties;
    }

    static Attachment to(JvmProcess process) throws CommandException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
            Attachment attachment = new Attachment(process, machine, machine.getSystemProperties());
            attachment.checkVersion();
            return attachment;
        } catch (AttachNotSupportedException refused) {
            throw silent(process, refused);
        } catch (IOException broken) {
            throw lost(process, broken);
        }
    }

    private static CommandException silent(JvmProcess process, AttachNotSupportedException refused) {
        return new CommandException(
                process.hasEnded()
                        ? ended(process)
                        : process + " cannot be attached to: " + refused.getMessage() + ". " + process.whySilent()
                                + " Or it runs with -XX:+DisableAttachMechanism: then nobody can look into it but by JMX"
                                + " over the network",
                refused);
    }

    private void checkVersion() throws CommandException {
        String version = properties.getProperty("java.specification.version", "");
        if (version.startsWith("1.") || version.matches("[0-9]+") && Integer.parseInt(version) < OLDEST_JAVA) {
            throw new CommandException(process + " runs on Java " + version + ", where Fermata cannot be");
        }
    }

    /** True if the JVM has, or should have, the MBean: then no agent need be loaded. */
    boolean offersManagement() {
        return Boolean.parseBoolean(properties.getProperty(JMX_PROPERTY));
    }

    /** Where Fermata is seen without loading anything; null if nowhere. */
    String signOfFermata() {
        String agent = properties.getProperty(AGENT_PROPERTY);
        return agent != null
                ? "agent " + agent
                : RuntimeOnPath.of(properties, process.proc().resolve("root"));
    }

    /** Starts the JVM's management agent for local clients, unless it runs, and tells its address. */
    String managementAddress() throws IOException {
        return machine.startLocalManagementAgent();
    }

    /** Has the agent in the other JVM write the answer to a file, and reads that. */
    String ask(View view) throws CommandException {
        try (Exchange exchange = Exchange.with(process)) {
            machine.loadAgent(exchange.agentJar(), "inspect=" + view.word() + ":" + exchange.answerFile());
            return exchange.answer();
        } catch (AgentLoadException refused) {
            return askOtherwise(view, refused);
        } catch (AgentInitializationException failed) {
            throw new CommandException(
                    process + " has the agent of another version, " + properties.getProperty(AGENT_PROPERTY, "unknown")
                            + ", which does not understand the question. Use the jar of that version, or look at the"
                            + " stderr of the process",
                    failed);
        } catch (IOException broken) {
            throw lost(process, broken);
        }
    }

    /** A JVM that lets no agents in may still have the MBean, made by a call in the program. */
    private String askOtherwise(View view, AgentLoadException refused) throws CommandException {
        String answer = Management.ask(this, view);
        if (answer == null) {
            throw new CommandException(
                    process + " does not let the agent in: " + reason(refused)
                            + " Start it without -XX:-EnableDynamicAgentLoading, or with -Dfermata.jmx=true",
                    refused);
        }
        return answer;
    }

    private static String reason(AgentLoadException refused) {
        String message = refused.getMessage() == null ? "" : refused.getMessage();
        return message.lines().findFirst().orElse("no reason given.");
    }

    /** What to say when the connection breaks. */
    static CommandException lost(JvmProcess process, IOException broken) {
        return new CommandException(
                process.hasEnded() ? ended(process) : process + " cannot be reached: " + broken.getMessage(), broken);
    }

    private static String ended(JvmProcess process) {
        return process + " has ended meanwhile";
    }

    JvmProcess process() {
        return process;
    }

    @Override
    public void close() {
        try {
            machine.detach();
        } catch (IOException gone) {
            assert process.hasEnded() : gone; // else there is nothing to detach from
        }
    }
}
