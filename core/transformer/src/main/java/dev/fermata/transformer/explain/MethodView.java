package dev.fermata.transformer.explain;

import java.util.List;

/**
 * What weaving makes of one method.
 *
 * @param name its name
 * @param signature name and parameter types, as in {@code run(int, String)}
 * @param returns its return type without the package
 * @param noun generator, coroutine or async generator
 * @param line the line of its first instruction; 0 if the class has no line numbers
 * @param body the name of the method in the host that the code has moved to
 * @param frame the class that an activation is an object of
 * @param bytesBefore the length of the code as compiled
 * @param bytesAfter the length of the body's code
 * @param states the entry, then the suspension points: the number of each is its index
 * @param transitions which state can follow which
 * @param code the body's bytecode
 */
public record MethodView(
        String name,
        String signature,
        String returns,
        String noun,
        int line,
        String body,
        FrameView frame,
        int bytesBefore,
        int bytesAfter,
        List<StateView> states,
        List<Transition> transitions,
        List<CodeBlock> code) {

    /** How many suspension points it has. */
    int points() {
        return states.size() - 1;
    }
}
