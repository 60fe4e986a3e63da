package dev.fermata.tests.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.tools.attach.VirtualMachine;
import dev.fermata.tests.agent.Artifacts;
import dev.fermata.tests.agent.Run;
import dev.fermata.tests.inspection.programs.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same over JMX, for which no agent has to be let in. */
@Timeout(120)
final class ManagementIT {
    private static final String NO_AGENTS = "-XX:-EnableDynamicAgentLoading";

    @Test
    void a_jvm_with_the_mbean_is_asked_without_loading_an_agent() throws IOException {
        try (Target shop = Target.running(Shop.class, "-Dfermata.jmx=true", NO_AGENTS)) {
            for (String view : List.of("ps", "tree")) {
                Run run = AgentCommand.run(view, shop.pid());
                assertEquals(0, run.exit(), run::toString);
                Golden.assertEqual(view + ".txt", run.out());
            }
            assertEquals("", shop.complaints());
        }
    }

    @Test
    void the_agent_is_not_let_in_where_the_mbean_is(@TempDir Path directory) throws IOException {
        Path log = directory.resolve("loaded.txt");
        try (Target shop = Target.running(Shop.class, "-Dfermata.jmx=true", "-Xlog:class+load:file=" + log)) {
            assertEquals(0, AgentCommand.run("ps", shop.pid()).exit());
            String loaded = Files.readString(log);
            assertTrue(loaded.contains("dev.fermata.inspect.Inspection"), loaded);
            assertFalse(loaded.contains("dev.fermata.agent"), loaded);
        }
    }

    @Test
    void jcmd_registers_the_mbean_for_consoles() throws Exception {
        try (Target shop = Target.running(Shop.class)) {
            String jar = Artifacts.agentJar().toString();
            Jcmd.run(shop.pid(), "JVMTI.agent_load", jar, "jmx");
            Jcmd.run(shop.pid(), "JVMTI.agent_load", jar, "jmx");
            assertEquals("", shop.complaints());
            VirtualMachine machine = VirtualMachine.attach(shop.pid());
            try (JMXConnector connector =
                    JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))) {
                MBeanServerConnection server = connector.getMBeanServerConnection();
                ObjectName name = new ObjectName("dev.fermata:type=Loops");
                assertEquals(1, server.getAttribute(name, "LoopCount"));
                assertTrue((int) server.getAttribute(name, "TaskCount") >= 7);
                Golden.assertEqual("tree.txt", (String) server.invoke(name, "tree", null, null));
            } finally {
                machine.detach();
            }
        }
    }
}
