/**
 * The commands of {@code java -jar fermata-agent.jar}. They run in a JVM of their own, outside of the rules for the agent's
 * code. {@link dev.fermata.agent.command.Inspect} looks into another JVM: {@link dev.fermata.agent.command.JvmProcess} checks
 * what stands behind a pid, {@link dev.fermata.agent.command.Attachment} asks over the attach mechanism,
 * {@link dev.fermata.agent.command.Management} over JMX.
 */
package dev.fermata.agent.command;
