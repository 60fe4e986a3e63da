package dev.fermata.tests.debugger;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.BooleanValue;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.IntegerValue;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of a suspendable method, as a debugger finds it: below each body on the stack is a method of its frame object,
 * which stays the same over all suspensions.
 */
record Activation(ObjectReference frame, Method body) {
    private static final String BODY = "(Ldev/fermata/frame/Frame;Ljava/lang/Object;I)Ljava/lang/Object;";
    private static final Pattern FRAME_CLASS = Pattern.compile("(.+)\\$\\$.+\\$(\\d+)\\$[0-9a-f]{8}");
    private static final int ENDED = -1;

    static boolean isBody(StackFrame frame) {
        Method method = frame.location().method();
        return method.isStatic() && method.isSynthetic() && method.signature().equals(BODY);
    }

    /** The one that a thread has stopped in. */
    static Activation of(ThreadReference thread) {
        try {
            Method body = thread.frame(0).location().method();
            return new Activation(thread.frame(1).thisObject(), body);
        } catch (IncompatibleThreadStateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who awaits this one, once one of the two has been suspended. */
    Optional<Activation> awaiter() {
        boolean isDelegated = ((BooleanValue) field("isDelegated")).value();
        return isDelegated && field("link") instanceof ObjectReference link ? ofFrame(link) : Optional.empty();
    }

    boolean hasEnded() {
        return ((IntegerValue) field("state")).value() == ENDED;
    }

    /** The places where lines begin. */
    List<Location> lines() {
        try {
            return body.allLineLocations();
        } catch (AbsentInformationException e) {
            return List.of(); // compiled without lines: there is nowhere to stop
        }
    }

    private Value field(String name) {
        ReferenceType type =
                frame.virtualMachine().classesByName("dev.fermata.frame.Frame").get(0);
        return frame.getValue(type.fieldByName(name));
    }

    /** The body is found by the number in the name of the frame's class; frames of the runtime have none. */
    private static Optional<Activation> ofFrame(ObjectReference frame) {
        Matcher name = FRAME_CLASS.matcher(frame.referenceType().name());
        if (!name.matches()) {
            return Optional.empty();
        }
        return frame.virtualMachine().classesByName(name.group(1)).stream()
                .flatMap(host -> host.methods().stream())
                .filter(method -> method.name().matches(".*\\$co" + name.group(2) + "_*"))
                .findFirst()
                .map(body -> new Activation(frame, body));
    }
}
