/**
 * An event loop that drives coroutines on one thread, and what tasks wait for.
 *
 * <pre>
 *   other threads ──► Door ─┐
 *   TimerHeap (due) ────────┼──► ReadyQueue ──► Task.step ──► Frame.resume ──► trap.park(task)
 *   Deferred, Parking ──────┘
 * </pre>
 *
 * {@link dev.fermata.loop.EventLoop} is the loop. {@link dev.fermata.loop.Deferred} is a value that comes later: a {@link
 * dev.fermata.loop.Promise} that anybody completes or a {@link dev.fermata.loop.Task} that a coroutine does. {@link
 * dev.fermata.loop.Parking} is the wait of one task, from which locks and channels are made. {@link
 * dev.fermata.loop.Futures} stands behind methods that return futures of the JDK, on a loop and without one.
 */
package dev.fermata.loop;
