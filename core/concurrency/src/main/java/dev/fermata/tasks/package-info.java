/** Several tasks at once: waiting for them, limits of time, groups that end together. */
package dev.fermata.tasks;
