package dev.fermata.tests.inspection;

import dev.fermata.tests.agent.Artifacts;
import dev.fermata.tests.agent.Jvm;
import dev.fermata.tests.agent.Run;
import java.util.ArrayList;
import java.util.List;

/** {@code java -jar fermata-agent.jar}, as a user calls it. */
final class AgentCommand {
    private AgentCommand() {}

    static Run run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(Artifacts.agentJar().toString()));
        all.addAll(List.of(arguments));
        return new Jvm().with("-jar").run(all.toArray(new String[0]));
    }
}
