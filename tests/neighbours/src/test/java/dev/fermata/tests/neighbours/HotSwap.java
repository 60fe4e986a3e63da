package dev.fermata.tests.neighbours;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A debugger that redefines a class each time the program comes to {@code demo.Main.pause}, as an IDE does. */
final class HotSwap {
    private final VirtualMachine vm;
    private final byte[] redefinition;
    private int redefined;
    private int frameClasses;

    private HotSwap(VirtualMachine vm, byte[] redefinition) {
        this.vm = vm;
        this.redefinition = redefinition;
    }

    /**
     * What the program printed, how many redefinitions there were, and how many frame classes at the last.
     *
     * @param output its lines
     */
    record Outcome(List<String> output, int redefined, int frameClasses) {}

    static Outcome run(String options, byte[] redefinition) throws Exception {
        LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("options").setValue(options);
        arguments.get("main").setValue("demo.Main");
        HotSwap session = new HotSwap(connector.launch(arguments), redefinition);
        session.serve();
        byte[] printed = session.vm.process().getInputStream().readAllBytes();
        List<String> lines = new String(printed, StandardCharsets.UTF_8).lines().toList();
        return new Outcome(lines, session.redefined, session.frameClasses);
    }

    private void serve() throws Exception {
        ClassPrepareRequest main = vm.eventRequestManager().createClassPrepareRequest();
        main.addClassFilter("demo.Main");
        main.enable();
        while (true) {
            EventSet events = vm.eventQueue().remove();
            for (Event event : events) {
                if (event instanceof VMDisconnectEvent) {
                    return;
                }
                handle(event);
            }
            events.resume();
        }
    }

    private void handle(Event event) {
        if (event instanceof ClassPrepareEvent prepared) {
            breakAt(prepared.referenceType(), "pause");
        } else if (event instanceof BreakpointEvent) {
            ReferenceType work = vm.classesByName("demo.Work").get(0);
            vm.redefineClasses(Map.of(work, redefinition));
            redefined++;
            frameClasses = (int) vm.allClasses().stream()
                    .filter(type -> type.name().startsWith("demo.Work$$"))
                    .count();
        }
    }

    private void breakAt(ReferenceType type, String method) {
        vm.eventRequestManager()
                .createBreakpointRequest(type.methodsByName(method).get(0).location())
                .enable();
    }
}
