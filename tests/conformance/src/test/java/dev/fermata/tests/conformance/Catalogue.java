package dev.fermata.tests.conformance;

import dev.fermata.tests.conformance.asyncgenerators.AsyncClosing;
import dev.fermata.tests.conformance.asyncgenerators.AsyncIteration;
import dev.fermata.tests.conformance.asyncgenerators.SentAndRaised;
import dev.fermata.tests.conformance.cancellation.CancelledTasks;
import dev.fermata.tests.conformance.coroutines.AsynchronousIteration;
import dev.fermata.tests.conformance.coroutines.AsynchronousResources;
import dev.fermata.tests.conformance.coroutines.AwaitChains;
import dev.fermata.tests.conformance.coroutines.Awaitables;
import dev.fermata.tests.conformance.coroutines.NeverAwaited;
import dev.fermata.tests.conformance.coroutines.SingleUse;
import dev.fermata.tests.conformance.coroutines.Unwinding;
import dev.fermata.tests.conformance.coroutines.VirtualTimeLoop;
import dev.fermata.tests.conformance.delegation.ClosingTheDelegate;
import dev.fermata.tests.conformance.delegation.ErrorsInTheDelegate;
import dev.fermata.tests.conformance.delegation.HandWrittenDelegate;
import dev.fermata.tests.conformance.delegation.LongDelegations;
import dev.fermata.tests.conformance.delegation.PlainIterators;
import dev.fermata.tests.conformance.delegation.PushParser;
import dev.fermata.tests.conformance.delegation.SharedDelegates;
import dev.fermata.tests.conformance.delegation.TreeWalk;
import dev.fermata.tests.conformance.delegation.ValuesOfTheDelegate;
import dev.fermata.tests.conformance.generators.Backtracking;
import dev.fermata.tests.conformance.generators.Closing;
import dev.fermata.tests.conformance.generators.FinallyBlocks;
import dev.fermata.tests.conformance.generators.LocalsAndOperands;
import dev.fermata.tests.conformance.generators.RaisedErrors;
import dev.fermata.tests.conformance.generators.ResourceBlocks;
import dev.fermata.tests.conformance.generators.StartAndEnd;
import dev.fermata.tests.conformance.generators.States;
import dev.fermata.tests.conformance.generators.Turns;
import dev.fermata.tests.conformance.loop.Callbacks;
import dev.fermata.tests.conformance.loop.Offloading;
import dev.fermata.tests.conformance.loop.OtherThreads;
import dev.fermata.tests.conformance.loop.Promises;
import dev.fermata.tests.conformance.loop.Running;
import dev.fermata.tests.conformance.loop.Sleeping;
import dev.fermata.tests.conformance.loop.Stopping;
import dev.fermata.tests.conformance.loop.Tasks;
import dev.fermata.tests.conformance.loop.Timers;
import dev.fermata.tests.conformance.loop.TravelTimes;
import dev.fermata.tests.conformance.loop.UnseenErrors;
import dev.fermata.tests.conformance.streams.Connections;
import dev.fermata.tests.conformance.streams.FedReaders;
import dev.fermata.tests.conformance.tasks.Gathering;
import dev.fermata.tests.conformance.tasks.Shielding;
import dev.fermata.tests.conformance.tasks.TaskGroups;
import dev.fermata.tests.conformance.tasks.TimeLimits;
import dev.fermata.tests.conformance.tasks.Timeouts;
import dev.fermata.tests.conformance.tasks.Waiting;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All scenarios by their ids, and how to run one. */
final class Catalogue {
    private static final List<Class<? extends Scenarios>> GROUPS = List.of(
            StartAndEnd.class,
            LocalsAndOperands.class,
            RaisedErrors.class,
            Closing.class,
            FinallyBlocks.class,
            States.class,
            Turns.class,
            Backtracking.class,
            ResourceBlocks.class,
            ValuesOfTheDelegate.class,
            ErrorsInTheDelegate.class,
            ClosingTheDelegate.class,
            PlainIterators.class,
            HandWrittenDelegate.class,
            SharedDelegates.class,
            LongDelegations.class,
            TreeWalk.class,
            PushParser.class,
            AwaitChains.class,
            Awaitables.class,
            SingleUse.class,
            NeverAwaited.class,
            Unwinding.class,
            AsynchronousResources.class,
            AsynchronousIteration.class,
            VirtualTimeLoop.class,
            AsyncIteration.class,
            SentAndRaised.class,
            AsyncClosing.class,
            Callbacks.class,
            Timers.class,
            Stopping.class,
            Running.class,
            Offloading.class,
            OtherThreads.class,
            Tasks.class,
            Promises.class,
            UnseenErrors.class,
            CancelledTasks.class,
            Sleeping.class,
            TravelTimes.class,
            Gathering.class,
            Waiting.class,
            Shielding.class,
            Timeouts.class,
            TimeLimits.class,
            TaskGroups.class,
            FedReaders.class,
            Connections.class);

    private static final Map<String, Method> METHODS = methods();

    private Catalogue() {}

    static Set<String> ids() {
        return METHODS.keySet();
    }

    /** What is said in another way in Java; empty if nothing is. */
    static String mapping(String id) {
        return method(id).getAnnotation(Scenario.class).mapped();
    }

    /** Runs a scenario and gives its trace; what the scenario lets escape comes out as it is. */
    static List<String> run(String id) throws Throwable {
        Method method = method(id);
        Object group = method.getDeclaringClass().getConstructor().newInstance();
        try {
            method.invoke(group);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        return ((Scenarios) group).lines();
    }

    private static Method method(String id) {
        Method method = METHODS.get(id);
        if (method == null) {
            throw new AssertionError("no method is marked as scenario " + id);
        }
        return method;
    }

    private static Map<String, Method> methods() {
        Map<String, Method> methods = new TreeMap<>();
        for (Class<?> group : GROUPS) {
            for (Method method : group.getMethods()) {
                Scenario scenario = method.getAnnotation(Scenario.class);
                if (scenario != null && methods.put(scenario.value(), method) != null) {
                    throw new AssertionError("two methods are marked as scenario " + scenario.value());
                }
            }
        }
        return Collections.unmodifiableMap(methods);
    }
}
