/** Work that would block the loop, done on other threads. */
package dev.fermata.threads;
