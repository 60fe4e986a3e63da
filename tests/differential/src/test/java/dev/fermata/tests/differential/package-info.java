/**
 * The differential test. A method of the corpus ({@code src/test/corpus}) runs twice: as plain Java whose markers block
 * ({@link dev.fermata.tests.differential.Blocking}), and woven, suspended at many choices of points. Both must log the same
 * events in the same order and end the same way.
 */
package dev.fermata.tests.differential;
