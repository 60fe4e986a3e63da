/** Queues and channels that hand elements from one task of a loop to another. */
package dev.fermata.queue;
