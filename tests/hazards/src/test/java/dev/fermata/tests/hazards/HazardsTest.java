package dev.fermata.tests.hazards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Judges the build that it is part of. */
class HazardsTest {
    private static final Path GENERATED = Path.of("target", "hazards.md");

    private final Build build = Build.running();
    private final Ledger ledger = new Ledger(build);

    HazardsTest() throws IOException {}

    @Test
    void the_lists_do_not_contradict_each_other() {
        assertEquals(158, ledger.hazards().size());
        assertEquals(List.of(), ledger.contradictions());
    }

    @Test
    void every_hazard_has_a_test_that_has_passed_or_a_reason_to_have_none() {
        assumeEverythingHasRun();
        assertEquals("", String.join("\n", ledger.gaps()));
    }

    @Test
    void the_document_says_what_this_build_shows() throws IOException {
        assumeEverythingHasRun();
        assumeTrue(ledger.gaps().isEmpty(), "there are gaps");
        String document = HazardDocument.of(ledger);
        Files.createDirectories(GENERATED.getParent());
        Files.writeString(GENERATED, document);
        if (Build.isToUpdate()) {
            Files.createDirectories(build.document().getParent());
            Files.writeString(build.document(), document);
        }
        assertEquals(
                document,
                Files.exists(build.document()) ? Files.readString(build.document()) : "",
                "docs/hazards.md is out of date: mvn verify -Dhazards.update=yes writes it anew");
    }

    /** A module built by itself says nothing about the others. */
    private void assumeEverythingHasRun() {
        assumeTrue(
                ledger.missingReports().isEmpty(),
                "not judged, because the tests of these have not run in this build: " + ledger.missingReports());
    }
}
