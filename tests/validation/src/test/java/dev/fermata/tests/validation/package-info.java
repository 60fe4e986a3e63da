/**
 * The differential test. A target method ({@code src/test/targets}) runs twice: as plain Java whose markers block
 * ({@link dev.fermata.tests.validation.Blocking}), and woven, suspended at many choices of points. Both must log the same
 * events in the same order and end the same way.
 */
package dev.fermata.tests.validation;
