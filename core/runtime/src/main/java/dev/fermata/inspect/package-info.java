/** What the loops of this JVM are doing: {@link dev.fermata.inspect.Inspection} as text, as JSON and for JMX. */
package dev.fermata.inspect;
