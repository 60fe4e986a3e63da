/**
 * HTTP/1.1 as bytes: Netty's decoder behind a generator that is sent buffers and yields the parts of messages, and an output
 * that gathers what is to be written. Nothing here waits for anything.
 *
 * <p>Netty's decoder rather than Apache HttpCore's, for these reasons:
 * <ul>
 *   <li>One object takes bytes of any length and gives heads, pieces of bodies and ends, chunked or not; HttpCore's
 *       has a parser for heads, a decoder for each kind of body, and session buffers that are to be written by whoever uses
 *       them without its I/O reactor.
 *   <li>It is in front of more of the internet than any other in Java, and what was found wrong with it there (smuggling by
 *       lengths, line ends, chunk extensions) has been mended and can be made strict by a setting.
 *   <li>Its decoders need no channel: {@code decode} takes a buffer and a list, and never looks at its context. So the usual
 *       {@code EmbeddedChannel}, with its pipeline and event loop, is not needed either. A test feeds each decoder every kind
 *       of message without one.
 *   <li>A comparison of servers with Netty's is then one of what is around the parser.
 * </ul>
 */
package dev.fermata.tests.http.codec;
