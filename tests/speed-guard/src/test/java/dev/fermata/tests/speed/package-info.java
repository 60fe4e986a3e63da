/**
 * What keeps it fast, counted and never timed, so that a busy machine changes nothing.
 *
 * <p>{@link dev.fermata.tests.speed.Work} holds the operations, with their bounds in its table. When a test fails, something
 * has become slower for a reason that can be named: {@code BytecodesTest} prints which methods of runtime and woven code run
 * how many bytecodes per operation, {@code AllocationTest} how many bytes it allocates, {@code CodeSizeTest} which method C2
 * will no longer inline, {@code InliningTest} what C2 said, {@code FrameSizeTest} what a suspended method has come to take.
 * Who makes an operation cheaper lowers its bound; who has to raise one says why in the change.
 */
package dev.fermata.tests.speed;
