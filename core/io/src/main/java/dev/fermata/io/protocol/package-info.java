/**
 * Protocols without I/O. A parser is a generator: it is sent bytes, yields the messages that it finds in them, and knows no
 * socket, no loop and no time, so one parser serves streams, files, tests and fuzzers alike.
 *
 * <pre>{@code
 * // "5:hello3:abc": netstrings
 * @Suspendable
 * static Generator<byte[], ByteBuffer, Void> netstrings(ParserInput in) throws IOException {
 *     while (Generator.<Boolean>yieldFrom(in.hasMore())) {
 *         byte[] length = Generator.yieldFrom(in.readUntil(':'));
 *         byte[] message = Generator.yieldFrom(in.readExactly(Integer.parseInt(new String(length, US_ASCII))));
 *         Generator.yield(message);
 *     }
 *     return null;
 * }
 *
 * // over a connection
 * MessageReader<byte[]> messages = new MessageReader<>(connection.reader(), netstrings(new ParserInput()));
 * for (byte[] message = await(messages.next()); message != null; message = await(messages.next())) {
 *     ...
 * }
 *
 * // by hand
 * var parser = netstrings(new ParserInput());
 * parser.next();                                          // runs up to where it needs bytes
 * for (byte[] message = parser.send(bytes); message != null; message = parser.next()) {
 *     ...
 * }
 * }</pre>
 *
 * <p>A real one checks the length first: it is a stranger's number.
 *
 * <p>The agreement between a parser and whoever drives it:
 * <ol>
 *   <li>It yields a message, which is not null, and is then resumed without a value;
 *   <li>or it yields null, because it needs more bytes, and is then sent a buffer with some. It has taken all that it needs
 *       of the one before, which may be used anew. If it is resumed without a value, it yields null again.
 *   <li>A buffer with nothing left in it says that no more will come. The parser then yields what it can make of that, and
 *       returns; or throws, if the end comes in the middle of a message.
 * </ol>
 * {@link dev.fermata.io.protocol.ParserInput} keeps the parser's part of it, {@link dev.fermata.io.protocol.MessageReader} the
 * other one. A parser that wraps another library's does without the first, and takes the buffers itself: {@code ByteBuffer
 * bytes = Generator.yield(null)}.
 *
 * <p>Writing needs no seam: a message turns into bytes without waiting for anything.
 */
package dev.fermata.io.protocol;
