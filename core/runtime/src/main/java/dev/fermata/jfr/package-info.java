/**
 * What a loop writes into a recording of the JDK's Flight Recorder: one class for each type of event. Loaded only in a JVM
 * that records.
 */
package dev.fermata.jfr;
