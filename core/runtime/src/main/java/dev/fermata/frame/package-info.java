/**
 * What woven code stands on: one frame class per kind. The transformer generates a subclass for each suspendable method,
 * with a field per spilled value; the body stays in the user's class as a static method that takes its frame.
 *
 * <p>Applications do not use this package. Its public methods are called by woven code and by drivers such as
 * {@link dev.fermata.loop.Task}.
 *
 * <pre>
 *   next/send/raise/close ──► Frame.drive ──► innermost frame's step ──► Host.lambda$method$co0(frame, input, depth)
 *                                 ▲                                            │
 *                                 └── value yielded, or result of a frame ◄────┘
 * </pre>
 */
package dev.fermata.frame;
