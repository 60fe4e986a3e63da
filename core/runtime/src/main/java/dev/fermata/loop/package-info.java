/**
 * A small event loop that drives coroutines on one thread.
 *
 * <pre>
 *   other threads ──► Door ─┐
 *   TimerHeap (due) ────────┼──► ReadyQueue ──► Task.step ──► Frame.resume ──► trap.park(task)
 *   Promise, Sleep (wake) ──┘
 * </pre>
 */
package dev.fermata.loop;
