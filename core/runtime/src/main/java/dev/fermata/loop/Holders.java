package dev.fermata.loop;

import dev.fermata.frame.KeptValues;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which tasks hold what others wait for, as far as it can be seen in the variables of their methods. */
final class Holders {
    private final Map<Object, Set<Task<?>>> holders = new IdentityHashMap<>();
    private final Map<Task<?>, String> failures = new IdentityHashMap<>();

    /** In place of what is waited for, where the user's own code fails to say it. */
    record Untold(String failure) {}

    private Holders() {}

    /** Every frame has to be looked at, so that is done only if somebody waits for something that can be held. */
    static Holders among(List<Task<?>> tasks) {
        Holders found = new Holders();
        for (Task<?> task : tasks) {
            Object wanted = wantedBy(task);
            if (wanted != null) {
                found.holders.put(wanted, new LinkedHashSet<>());
            }
        }
        if (!found.holders.isEmpty()) {
            tasks.forEach(found::addHeldBy);
        }
        return found;
    }

    /** What a task waits for; null if it does not wait or nobody can hold it. */
    static Object wantedBy(Task<?> task) {
        if (!(task.pending() instanceof Parking parking)) {
            return null;
        }
        return UsersCode.ask(parking::waitedFor, Untold::new);
    }

    /** Who holds it; empty if that is not known. */
    Set<Task<?>> of(Object wanted) {
        return holders.getOrDefault(wanted, Set.of());
    }

    /** Why it is not known what a task holds, in words; null if it is known, or nobody wants to know. */
    String failureOf(Task<?> task) {
        return failures.get(task);
    }

    /** What holds nothing for sure, because it may have given it back, does not count as a holder. */
    private void addHeldBy(Task<?> task) {
        List<Object> kept = KeptValues.of(task.frame());
        Set<Object> held = UsersCode.ask(() -> heldBy(kept), failure -> {
            failures.put(task, failure);
            return Set.of();
        });
        held.forEach(thing -> holders.get(thing).add(task));
    }

    /** The same permit may be in several variables. */
    private Set<Object> heldBy(List<Object> kept) {
        Set<Object> held = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Object value : kept) {
            if (value instanceof Holding holding) {
                Object thing = holding.held();
                if (holders.containsKey(thing)) {
                    held.add(thing);
                }
            }
        }
        for (Object value : kept) {
            if (value instanceof GivenBack some) {
                held.remove(some.givenBack());
            }
        }
        return held;
    }
}
