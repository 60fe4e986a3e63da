package dev.fermata.tests.hazards;

import dev.fermata.tests.hazards.Evidence.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The target methods of {@code tests/validation} that carry {@code @Hazard}. They are read off the sources, because an
 * older JDK does not compile the newer ones, and the document is to be the same by every JDK.
 */
final class ValidationTargets {
    private static final Pattern HAZARD =
            Pattern.compile("@Hazard\\((?<ids>[^)]*)\\).*?(?<![@\\w])(?<method>\\w+)\\(", Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile("\"(.*?)\"");
    private static final Pattern LEVEL = Pattern.compile("src/test/targets/java(\\d+)/targets/(\\w+)\\.java");

    private ValidationTargets() {}

    static List<Evidence> in(Path module, Build build) throws IOException {
        Map<String, Outcome> outcomes = outcomes(module, build);
        List<Evidence> found = new ArrayList<>();
        for (Path file : Build.files(module.resolve("src/test/targets"))) {
            Matcher place = LEVEL.matcher(module.relativize(file).toString().replace('\\', '/'));
            if (place.matches()) {
                int since = Math.max(Evidence.OLDEST_JDK, Integer.parseInt(place.group(1)));
                Matcher hazard = HAZARD.matcher(Files.readString(file));
                while (hazard.find()) {
                    String target = place.group(2) + "." + hazard.group("method");
                    Outcome outcome = outcomes.getOrDefault(target, Outcome.NOT_RUN);
                    ID.matcher(hazard.group("ids"))
                            .results()
                            .forEach(id -> found.add(new Evidence(id.group(1), "target " + target, outcome, since)));
                }
            }
        }
        return found;
    }

    private static Map<String, Outcome> outcomes(Path module, Build build) throws IOException {
        Path file = module.resolve("target/target-outcomes.tsv");
        Map<String, Outcome> outcomes = new HashMap<>();
        if (build.isOfThisBuild(file)) {
            Table.rows(file)
                    .forEach(row ->
                            outcomes.put(row.get(0), row.get(1).equals("passed") ? Outcome.PASSED : Outcome.FAILED));
        }
        return outcomes;
    }
}
