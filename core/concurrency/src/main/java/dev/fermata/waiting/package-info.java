/** The one kind of queue in which tasks wait, below every lock, queue and channel. Not exported. */
package dev.fermata.waiting;
