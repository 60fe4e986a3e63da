package dev.fermata.tests.validation.spec;

import java.util.List;

/**
 * One assertion as it is written.
 *
 * @param file the source file
 * @param line its line
 * @param word the name of the assertion
 * @param arguments what stands in its parentheses
 */
record Statement(String file, int line, String word, List<String> arguments) {}
