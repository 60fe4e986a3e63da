/** Several tasks at once: gather, wait, as_completed, shield, timeouts and task groups. */
package dev.fermata.tests.conformance.tasks;
