package dev.fermata.inspect;

import dev.fermata.loop.LoopStatistics;
import java.lang.management.ManagementFactory;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.ObjectName;

/** Loaded only when it is asked for: JMX takes a while to start, and a JVM may do without. */
final class LoopsBean implements LoopsMXBean {
    private static final String NAME = "dev.fermata:type=Loops";

    /** How others know that there is an MBean before they connect. */
    private static final String PROPERTY = "fermata.jmx";

    private static boolean registered;

    private LoopsBean() {}

    static synchronized void register() {
        if (!registered) {
            try {
                register(NAME);
            } catch (InstanceAlreadyExistsException e) {
                registerBesides();
            }
            registered = true;
            System.setProperty(PROPERTY, "true");
        }
    }

    /** The copy of the runtime in another class loader was here first. */
    private static void registerBesides() {
        String name = NAME + ",runtime=" + Integer.toHexString(System.identityHashCode(LoopsBean.class));
        try {
            register(name);
        } catch (InstanceAlreadyExistsException e) {
            throw new IllegalStateException(name + " could not be registered", e);
        }
    }

    private static void register(String name) throws InstanceAlreadyExistsException {
        try {
            ManagementFactory.getPlatformMBeanServer().registerMBean(new LoopsBean(), new ObjectName(name));
        } catch (InstanceAlreadyExistsException e) {
            throw e;
        } catch (JMException e) {
            throw new IllegalStateException(name + " could not be registered", e);
        }
    }

    @Override
    public int getLoopCount() {
        return LoopStatistics.all().size();
    }

    @Override
    public int getTaskCount() {
        return LoopStatistics.all().stream().mapToInt(LoopStatistics::tasks).sum();
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
