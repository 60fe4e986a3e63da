/**
 * Random programs: methods made by chance ({@link dev.fermata.tests.random.grammar}), woven and compared with the same
 * methods blocking. A failure is made as small as it can be and written as a target for {@code tests/validation}.
 */
package dev.fermata.tests.random;
