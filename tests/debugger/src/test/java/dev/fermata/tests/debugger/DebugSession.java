package dev.fermata.tests.debugger;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.StepRequest;
import dev.fermata.tests.agent.Jvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A debugger at work on a program of one source file in the package {@code demo}: the JVM is started suspended, and does
 * everything that IDEs do by the same interface as they.
 */
final class DebugSession implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 60_000;

    /** What a user tells an IDE not to step into. */
    static final List<String> FILTERS = List.of("dev.fermata.*", "java.*", "jdk.*", "sun.*", "demo.Steps$$*");

    /** Which of the places that belong to a line get its breakpoint. */
    enum Places {
        /** All, as IDEs do. */
        ALL,
        /** The first in the class, as jdb does. */
        FIRST
    }

    private final Process process;
    private final VirtualMachine vm;
    private final Places places;
    private final SortedSet<Integer> lines = new TreeSet<>();
    private List<String> filters = FILTERS;
    private boolean over;

    private DebugSession(Process process, VirtualMachine vm, Places places) {
        this.process = process;
        this.vm = vm;
        this.places = places;
        ClassPrepareRequest prepared = vm.eventRequestManager().createClassPrepareRequest();
        prepared.addClassFilter("demo.*");
        prepared.setSuspendPolicy(EventRequest.SUSPEND_ALL);
        prepared.enable();
    }

    /** Starts a program and stops before its first instruction. */
    static DebugSession start(Jvm jvm, String main, Places places) {
        try {
            Process process = jvm.with("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:0")
                    .builder(main.split(" "))
                    .redirectErrorStream(true)
                    .start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String greeting = out.readLine();
            VirtualMachine vm = attach(greeting.substring(greeting.lastIndexOf(' ') + 1));
            Thread drain = new Thread(() -> out.lines().forEach(line -> {}), "output of the debugged program");
            drain.setDaemon(true);
            drain.start();
            return new DebugSession(process, vm, places);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static VirtualMachine attach(String port) throws IOException {
        for (AttachingConnector connector : Bootstrap.virtualMachineManager().attachingConnectors()) {
            if (connector.transport().name().equals("dt_socket")) {
                Map<String, Connector.Argument> arguments = connector.defaultArguments();
                arguments.get("hostname").setValue("127.0.0.1");
                arguments.get("port").setValue(port);
                try {
                    return connector.attach(arguments);
                } catch (IllegalConnectorArgumentsException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        throw new IllegalStateException("this JDK cannot attach by socket");
    }

    DebugSession filtering(List<String> patterns) {
        filters = patterns;
        return this;
    }

    /** Sets a breakpoint, also in classes that are loaded later. */
    DebugSession breakAt(int line) {
        lines.add(line);
        vm.allClasses().stream().filter(type -> type.name().startsWith("demo.")).forEach(type -> setIn(type, line));
        return this;
    }

    DebugSession clearBreakpoints() {
        lines.clear();
        vm.eventRequestManager().deleteAllBreakpoints();
        return this;
    }

    private void setIn(ReferenceType type, int line) {
        try {
            List<Location> found = type.locationsOfLine(line);
            int count = places == Places.FIRST ? Math.min(1, found.size()) : found.size();
            for (Location location : found.subList(0, count)) {
                BreakpointRequest request = vm.eventRequestManager().createBreakpointRequest(location);
                request.setSuspendPolicy(EventRequest.SUSPEND_ALL);
                request.enable();
            }
        } catch (AbsentInformationException e) {
            // a class without lines, such as that of a frame, has no place for a breakpoint
        }
    }

    /** Runs on to the next stop; null if the program ends. */
    Stop resume() {
        return resume(event -> true);
    }

    /** Runs on to the next stop that is wanted; null if the program ends. */
    Stop resume(Predicate<LocatableEvent> wanted) {
        vm.resume();
        return awaitStop(wanted);
    }

    Stop stepOver(Stop from) {
        return step(from, StepRequest.STEP_OVER);
    }

    Stop stepInto(Stop from) {
        return step(from, StepRequest.STEP_INTO);
    }

    Stop stepOut(Stop from) {
        return step(from, StepRequest.STEP_OUT);
    }

    private Stop step(Stop from, int depth) {
        StepRequest request = vm.eventRequestManager().createStepRequest(from.thread(), StepRequest.STEP_LINE, depth);
        filters.forEach(request::addClassExclusionFilter);
        request.addCountFilter(1);
        request.enable();
        try {
            return resume();
        } finally {
            if (isAlive()) {
                vm.eventRequestManager().deleteEventRequest(request);
            }
        }
    }

    private Stop awaitStop(Predicate<LocatableEvent> wanted) {
        try {
            while (true) {
                EventSet events = vm.eventQueue().remove(PATIENCE_MILLIS);
                if (events == null) {
                    throw new AssertionError("the program neither stops nor ends");
                }
                Stop stop = handle(events, wanted);
                over |= isOver(events);
                if (stop != null || over) {
                    return stop;
                }
                events.resume();
            }
        } catch (VMDisconnectedException e) {
            over = true;
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Stop handle(EventSet events, Predicate<LocatableEvent> wanted) {
        Stop stop = null;
        for (Event event : events) {
            if (event instanceof ClassPrepareEvent prepared) {
                lines.forEach(line -> setIn(prepared.referenceType(), line));
            } else if (event instanceof LocatableEvent located && wanted.test(located)) {
                stop = Stop.at(located);
            }
        }
        return stop;
    }

    private static boolean isOver(EventSet events) {
        return events.stream().anyMatch(event -> event instanceof VMDeathEvent || event instanceof VMDisconnectEvent);
    }

    /** Whether the program has not yet been seen to end. */
    boolean isAlive() {
        return !over;
    }

    VirtualMachine vm() {
        return vm;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
