package dev.fermata.tests.debugger;

import com.sun.jdi.ObjectReference;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.MethodExitEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.EventRequestManager;
import com.sun.jdi.request.MethodExitRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Steps that follow a coroutine over its suspensions. The debugger interface's own steps know threads only: where a body
 * suspends, "over" and "out" go to whatever the thread returns to, which is the code around the loop. This is all that a
 * debugger has to do instead:
 *
 * <ol>
 *   <li>put breakpoints on all other lines of the body, that count for this activation only: {@link Activation} tells;
 *   <li>put such breakpoints on the lines of the activation that awaits this one, which goes on when this one ends;
 *   <li>watch for the end of the body. If the one that awaits it is on the stack, a plain step out arrives there.
 * </ol>
 */
final class CoroutineStepper {
    private final DebugSession session;
    private final EventRequestManager requests;

    /** Whose breakpoint it is. */
    private final Map<EventRequest, ObjectReference> breakpoints = new HashMap<>();

    private final List<EventRequest> exits = new ArrayList<>();

    CoroutineStepper(DebugSession session) {
        this.session = session;
        this.requests = session.vm().eventRequestManager();
    }

    /** To the next line of the same activation, whatever runs in between; if it ends, to who awaits it. */
    Stop over(Stop from) {
        return Activation.isBody(from.frame()) ? follow(from, true) : session.stepOver(from);
    }

    /** To who awaits this activation: within the line of the {@code await}, or if it has been suspended, behind it. */
    Stop out(Stop from) {
        return Activation.isBody(from.frame()) ? follow(from, false) : session.stepOut(from);
    }

    private Stop follow(Stop from, boolean withinBody) {
        Activation self = Activation.of(from.thread());
        try {
            if (withinBody) {
                breakAt(self, from.line());
            }
            self.awaiter().ifPresent(awaiter -> breakAt(awaiter, -1));
            watchEnd(self);
            while (true) {
                Stop stop = session.resume(event -> concerns(event, self));
                if (stop == null || !(stop.event() instanceof MethodExitEvent)) {
                    return stop;
                }
                if (self.awaiter().isEmpty()) {
                    return session.stepOut(stop);
                }
                self.awaiter().ifPresent(awaiter -> breakAt(awaiter, -1)); // it may have been found since
            }
        } finally {
            clear();
        }
    }

    private void breakAt(Activation activation, int exceptLine) {
        if (breakpoints.containsValue(activation.frame()) && exceptLine < 0) {
            return;
        }
        activation.lines().stream()
                .filter(line -> line.lineNumber() != exceptLine)
                .forEach(location -> {
                    BreakpointRequest request = requests.createBreakpointRequest(location);
                    request.setSuspendPolicy(EventRequest.SUSPEND_ALL);
                    request.enable();
                    breakpoints.put(request, activation.frame());
                });
    }

    private void watchEnd(Activation self) {
        MethodExitRequest request = requests.createMethodExitRequest();
        request.addClassFilter(self.body().declaringType());
        request.setSuspendPolicy(EventRequest.SUSPEND_ALL);
        request.enable();
        exits.add(request);
    }

    private boolean concerns(LocatableEvent event, Activation self) {
        if (event instanceof MethodExitEvent exit) {
            return exit.method().equals(self.body()) && isIn(self.frame(), event) && self.hasEnded();
        }
        ObjectReference owner = breakpoints.get(event.request());
        return owner == null || isIn(owner, event);
    }

    private static boolean isIn(ObjectReference frame, LocatableEvent event) {
        return Activation.of(event.thread()).frame().equals(frame);
    }

    private void clear() {
        if (session.isAlive()) {
            requests.deleteEventRequests(List.copyOf(breakpoints.keySet()));
            requests.deleteEventRequests(exits);
        }
        breakpoints.clear();
        exits.clear();
    }
}
