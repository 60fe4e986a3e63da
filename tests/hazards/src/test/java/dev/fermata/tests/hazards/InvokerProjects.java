package dev.fermata.tests.hazards;

import dev.fermata.tests.hazards.Evidence.Outcome;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.w3c.dom.Element;

/** The projects that Maven Invoker builds; their descriptions start with ids: {@code J1 J2: what it is about}. */
final class InvokerProjects {
    private InvokerProjects() {}

    static List<Evidence> in(Path module, Build build) throws IOException {
        Map<String, Outcome> outcomes = outcomes(module, build);
        List<Evidence> found = new ArrayList<>();
        for (Path file : Build.files(module.resolve("src/it"))) {
            if (file.endsWith("invoker.properties")) {
                String project = file.getParent().getFileName().toString();
                Outcome outcome = outcomes.getOrDefault(project, Outcome.NOT_RUN);
                for (String id : idsIn(file)) {
                    found.add(new Evidence(id, "project " + project, outcome, Evidence.OLDEST_JDK));
                }
            }
        }
        return found;
    }

    private static List<String> idsIn(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        String description = properties.getProperty("invoker.description", "");
        int colon = description.indexOf(':');
        return colon < 0 ? List.of() : List.of(description.substring(0, colon).split(" +"));
    }

    private static Map<String, Outcome> outcomes(Path module, Build build) throws IOException {
        Map<String, Outcome> outcomes = new HashMap<>();
        for (Path report : build.reports(module.resolve("target/invoker-reports"), "BUILD-", ".xml")) {
            for (Element job : Xml.elements(report, "build-job")) {
                String project = job.getAttribute("project").split("/")[0];
                outcomes.put(project, outcome(job.getAttribute("result")));
            }
        }
        return outcomes;
    }

    private static Outcome outcome(String result) {
        return switch (result) {
            case "success" -> Outcome.PASSED;
            case "skipped" -> Outcome.SKIPPED;
            default -> Outcome.FAILED;
        };
    }
}
