package dev.fermata.tests.stress.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.VersionScheme;

/**
 * What a library's test class path lacks for the JUnit platform to run its tests. Libraries declare what their tests are
 * compiled against; engines and launcher are often added by Surefire, in versions that go with it, and so they are here.
 */
final class TestEngines {
    private static final String PLATFORM = "org.junit.platform:junit-platform-";
    private static final String JUPITER = "org.junit.jupiter:junit-jupiter";
    private static final String JUNIT_4 = "junit:junit";
    private static final String VINTAGE = "org.junit.vintage:junit-vintage-engine";
    private static final String TESTNG = "org.testng:testng";
    private static final String TESTNG_ENGINE = "org.junit.support:testng-engine";
    private static final String OLDEST_FOR_VINTAGE = "4.12";
    private static final String LAST_JUNIT_4 = "4.13.2";
    private static final String TESTNG_ENGINE_VERSION = "1.0.6";

    private final Map<String, String> present;
    private final Map<String, String> additions = new LinkedHashMap<>();
    private final String newest;

    private TestEngines(Map<String, String> present, String newest) {
        this.present = present;
        this.newest = newest;
    }

    /**
     * Finds what is missing, and what is too old.
     *
     * @param present versions by {@code group:artifact}
     * @param newest the version of JUnit to take where the library has no wish
     * @return versions by {@code group:artifact}, the launcher among them in any case
     */
    static Map<String, String> missing(Map<String, String> present, String newest) {
        TestEngines engines = new TestEngines(present, newest);
        engines.choose();
        return engines.additions;
    }

    private void choose() {
        String jupiter = first(JUPITER + "-api", JUPITER + "-engine", JUPITER);
        String platform = jupiter != null ? platformOf(jupiter) : first(PLATFORM + "engine", PLATFORM + "commons");
        boolean junit4 = present.containsKey(JUNIT_4);
        boolean testng = present.containsKey(TESTNG);
        if (jupiter == null && platform == null && !junit4 && !testng) {
            // The pom tells nothing: be ready for the usual ones.
            additions.put(JUNIT_4, LAST_JUNIT_4);
            jupiter = newest;
            junit4 = true;
        }
        if (platform == null) {
            platform = platformOf(newest);
        }
        additions.put(PLATFORM + "launcher", platform);
        if (jupiter != null) {
            additions.put(JUPITER + "-engine", jupiter);
        }
        if (junit4) {
            addVintage(platform);
        }
        if (testng) {
            additions.put(TESTNG_ENGINE, TESTNG_ENGINE_VERSION);
        }
    }

    private void addVintage(String platform) {
        additions.put(VINTAGE, vintageOf(platform));
        String junit4 = present.get(JUNIT_4);
        if (junit4 != null && isOlder(junit4, OLDEST_FOR_VINTAGE)) {
            additions.put(JUNIT_4, LAST_JUNIT_4);
        }
    }

    private String first(String... keys) {
        return Stream.of(keys)
                .filter(present::containsKey)
                .map(present::get)
                .findFirst()
                .orElse(null);
    }

    /** Jupiter 5.y.z runs on platform 1.y.z; since 6 they have one number. */
    private static String platformOf(String jupiter) {
        return jupiter.startsWith("5.") ? "1" + jupiter.substring(1) : jupiter;
    }

    /** Beside Jupiter 5.0 the engine was numbered after JUnit 4. */
    private static String vintageOf(String platform) {
        if (platform.startsWith("1.0.")) {
            return "4.12." + platform.substring("1.0.".length());
        }
        return platform.startsWith("1.") ? "5" + platform.substring(1) : platform;
    }

    private static boolean isOlder(String version, String than) {
        VersionScheme scheme = new GenericVersionScheme();
        try {
            return scheme.parseVersion(version).compareTo(scheme.parseVersion(than)) < 0;
        } catch (InvalidVersionSpecificationException e) {
            throw new StressFailure("not a version: " + version, e);
        }
    }
}
