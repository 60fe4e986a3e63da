package dev.fermata.agent.command;

import dev.fermata.agent.inspection.View;
import java.io.IOException;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Asks the MBeans of another JVM, for which nothing of Fermata has to be loaded there. */
final class Management {
    /** Several runtimes in one JVM differ in further keys. */
    private static final String NAMES = "dev.fermata:type=Loops,*";

    private Management() {}

    /** Gives the answers of all runtimes, one after the other; null if no MBean can be asked. */
    static String ask(Attachment attachment, View view) throws CommandException {
        if (ModuleLayer.boot().findModule("java.management.rmi").isEmpty()) {
            return null;
        }
        try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(attachment.managementAddress()))) {
            return ask(connector.getMBeanServerConnection(), view);
        } catch (JMException failed) {
            throw new CommandException(attachment.process() + " fails to answer over JMX: " + failed, failed);
        } catch (IOException broken) {
            if (attachment.process().hasEnded()) {
                throw Attachment.lost(attachment.process(), broken);
            }
            return null; // no module java.management there, perhaps
        }
    }

    private static String ask(MBeanServerConnection server, View view) throws JMException, IOException {
        Set<ObjectName> names = server.queryNames(new ObjectName(NAMES), null);
        if (names.isEmpty()) {
            return null;
        }
        StringBuilder answers = new StringBuilder();
        for (ObjectName name : names) {
            answers.append(answers.length() == 0 || answers.toString().endsWith("\n") ? "" : "\n")
                    .append(server.invoke(name, view.word(), null, null));
        }
        return answers.toString();
    }
}
