/**
 * TLS over any transport, by the JDK's engine. {@link dev.fermata.io.tls.Tls} says how a side is to be set up and is the layer
 * for connectors and listeners.
 *
 * <pre>
 *   StreamReader ◄── read ◄── Incoming ◄── unwrap ◄─┐
 *                                                   ├── transport below: a socket
 *   StreamWriter ──► write ─► Outgoing ──► wrap ────┘
 * </pre>
 */
package dev.fermata.io.tls;
