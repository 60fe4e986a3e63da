package dev.fermata.transformer;

import org.objectweb.asm.tree.MethodNode;

/**
 * The three parts that replace a suspendable method.
 *
 * @param stub what callers see: makes a frame of the arguments
 * @param body the state machine, in the host
 * @param frameName internal name of the frame class
 * @param frameClass its bytes
 */
public record WovenMethod(MethodNode stub, MethodNode body, String frameName, byte[] frameClass) {}
