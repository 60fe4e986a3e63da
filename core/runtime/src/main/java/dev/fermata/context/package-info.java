/**
 * What belongs to a task rather than to the thread that happens to run it: context variables (PEP 567), and thread-locals
 * of other libraries that are to follow a task.
 */
package dev.fermata.context;
