/**
 * Changes to a method's code that make the state machine possible, each leaving a valid method that does the same as
 * before.
 */
package dev.fermata.transformer.lowering;
