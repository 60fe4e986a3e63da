package dev.fermata.tests.debugger;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Location;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.LocatableEvent;
import java.util.Map;
import java.util.TreeMap;

/** A place where the debugged program has stopped. */
record Stop(ThreadReference thread, Location location, Event event) {
    static Stop at(LocatableEvent event) {
        return new Stop(event.thread(), event.location(), event);
    }

    int line() {
        return location.lineNumber();
    }

    StackFrame frame() {
        try {
            return thread.frame(0);
        } catch (IncompatibleThreadStateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The variables that the debugger shows, each with its value. */
    Map<String, String> variables() {
        Map<String, String> shown = new TreeMap<>();
        try {
            StackFrame frame = frame();
            for (LocalVariable variable : frame.visibleVariables()) {
                Value value = frame.getValue(variable);
                shown.put(variable.name(), String.valueOf(value));
            }
        } catch (AbsentInformationException e) {
            throw new IllegalStateException("compiled without -g", e);
        }
        return shown;
    }

    /** The value of a variable; null if it is not shown. */
    Value variable(String name) {
        try {
            LocalVariable variable = frame().visibleVariableByName(name);
            return variable == null ? null : frame().getValue(variable);
        } catch (AbsentInformationException e) {
            throw new IllegalStateException("compiled without -g", e);
        }
    }
}
