/** What {@code dev.fermata.loop} and {@code dev.fermata.context} promise, one class per subject, on the test kit. */
package dev.fermata.tests.loop;
