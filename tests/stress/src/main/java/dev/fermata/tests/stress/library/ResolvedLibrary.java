package dev.fermata.tests.stress.library;

import java.nio.file.Path;
import java.util.List;

/**
 * A library and all that its tests need.
 *
 * @param library the library's jar
 * @param tests the jar of its tests
 * @param pom the library's pom
 * @param dependencies the jars of everything else, in class path order
 * @param settings which classes are tests
 * @param notes what could not be had, for the user to know when tests fail
 */
record ResolvedLibrary(
        Path library, Path tests, Path pom, List<Path> dependencies, TestSettings settings, List<String> notes) {}
