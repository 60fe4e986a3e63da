/**
 * From an annotated method to woven bytes. {@link dev.fermata.transformer.Weaver} is the one door; the order of the
 * steps stands in {@link dev.fermata.transformer.MethodWeaver}.
 *
 * <pre>
 *   class file ─ ClassScan ─ validation ─► per method: lowering ─ types ─ liveness ─ spill plan ─ emit ─► host + frames
 * </pre>
 */
package dev.fermata.transformer;
