package dev.fermata.inspect;

import dev.fermata.loop.LoopView;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.ObjectName;

/** Loaded only when it is asked for: JMX takes a while to start, and a JVM may do without. */
final class LoopsBean implements LoopsMXBean {
    private static final String NAME = "dev.fermata:type=Loops";

    private LoopsBean() {}

    static void register() {
        try {
            ManagementFactory.getPlatformMBeanServer().registerMBean(new LoopsBean(), new ObjectName(NAME));
        } catch (InstanceAlreadyExistsException e) {
            return; // by somebody else, perhaps by another copy of the runtime
        } catch (JMException e) {
            throw new IllegalStateException(NAME + " could not be registered", e);
        }
    }

    @Override
    public int getLoopCount() {
        return Inspection.loops().size();
    }

    @Override
    public int getTaskCount() {
        return Inspection.loops().stream()
                .map(LoopView::tasks)
                .mapToInt(List::size)
                .sum();
    }

    @Override
    public String ps() {
        return Inspection.text();
    }

    @Override
    public String tree() {
        return Inspection.tree();
    }

    @Override
    public String json() {
        return Inspection.json();
    }
}
