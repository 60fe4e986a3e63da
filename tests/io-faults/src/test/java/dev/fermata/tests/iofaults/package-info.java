/**
 * What happens to connections when there are thousands of them, and when peers, the system, or their own users do them harm:
 * nothing hangs, nothing leaks, others go on, and somebody is told. Each test counts descriptors, tasks and buffers before
 * and after.
 */
package dev.fermata.tests.iofaults;
