package dev.fermata.transformer;

import org.objectweb.asm.tree.MethodNode;

/**
 * A suspendable method that has been woven: the three parts that replace it, and what they were made from.
 *
 * @param target the method, lowered; its instructions are those that facts and plan speak of
 * @param facts what was known of it
 * @param plan where its values are kept
 * @param names what the parts are called
 * @param stub what callers see: makes a frame of the arguments
 * @param body the state machine, in the host
 * @param frameClass the bytes of the frame class
 */
public record WovenMethod(
        SuspendableMethod target,
        MethodFacts facts,
        SpillPlan plan,
        WovenNames names,
        MethodNode stub,
        MethodNode body,
        byte[] frameClass) {}
