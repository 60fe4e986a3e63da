package dev.fermata.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Several failures at once (PEP 654). The first one is also the cause and the others are suppressed exceptions, so that a
 * stack trace shows all of them; the message lists them.
 */
public final class ExceptionGroup extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String summary;

    /** Of a class that can be serialized, as exceptions are. */
    private final ArrayList<Throwable> exceptions;

    /**
     * The parts into which a predicate splits a group. Both keep the nesting of the whole.
     *
     * @param matching the exceptions that match; null if none does
     * @param rest the others; null if there are none
     */
    public record Split(ExceptionGroup matching, ExceptionGroup rest) {}

    /**
     * Makes a group.
     *
     * @param summary what happened to all of them; may be null
     * @param exceptions the failures in the order in which they happened, groups among them perhaps; at least one
     * @throws IllegalArgumentException if there are none
     */
    public ExceptionGroup(String summary, List<? extends Throwable> exceptions) {
        super(message(summary, exceptions), exceptions.isEmpty() ? null : exceptions.get(0));
        if (exceptions.isEmpty()) {
            throw new IllegalArgumentException("a group of no exceptions");
        }
        this.summary = summary;
        this.exceptions = new ArrayList<>(exceptions);
        for (Throwable other : exceptions.subList(1, exceptions.size())) {
            addSuppressed(other);
        }
    }

    private static String message(String summary, List<? extends Throwable> exceptions) {
        String list = exceptions.stream().map(Objects::toString).collect(Collectors.joining("; "));
        return summary == null ? list : summary + ": " + list;
    }

    /**
     * What is in it. Groups among them stay groups.
     *
     * @return the exceptions, in order; cannot be changed
     */
    public List<Throwable> exceptions() {
        return List.copyOf(exceptions);
    }

    /**
     * The part of it that matches. The predicate is asked about groups, too: one that matches is taken as a whole, the
     * others are searched.
     *
     * @param predicate says which exceptions are wanted, not null
     * @return a group of the same shape without the others; this if it matches as a whole; null if nothing matches
     */
    public ExceptionGroup subgroup(Predicate<? super Throwable> predicate) {
        return split(predicate).matching();
    }

    /**
     * The part of it that is of a type.
     *
     * @param type what is wanted, not null
     * @return as for {@link #subgroup(Predicate)}
     */
    public ExceptionGroup subgroup(Class<? extends Throwable> type) {
        return subgroup(type::isInstance);
    }

    /**
     * Takes it apart (what {@code except*} does in Python).
     *
     * <pre>{@code
     * } catch (ExceptionGroup failures) {
     *     ExceptionGroup.Split split = failures.split(IOException.class::isInstance);
     *     if (split.matching() != null) { ... }
     *     if (split.rest() != null) { throw split.rest(); }
     * }
     * }</pre>
     *
     * @param predicate says which exceptions are wanted, as for {@link #subgroup(Predicate)}, not null
     * @return those that match and the others
     */
    public Split split(Predicate<? super Throwable> predicate) {
        if (predicate.test(this)) {
            return new Split(this, null);
        }
        List<Throwable> matching = new ArrayList<>();
        List<Throwable> rest = new ArrayList<>();
        for (Throwable one : exceptions) {
            if (one instanceof ExceptionGroup nested) {
                Split split = nested.split(predicate);
                addIfAny(split.matching(), matching);
                addIfAny(split.rest(), rest);
            } else {
                (predicate.test(one) ? matching : rest).add(one);
            }
        }
        return new Split(derive(matching), derive(rest));
    }

    private static void addIfAny(ExceptionGroup part, List<Throwable> parts) {
        if (part != null) {
            parts.add(part);
        }
    }

    /** A part of this group, which happened where this happened. */
    private ExceptionGroup derive(List<Throwable> part) {
        if (part.isEmpty()) {
            return null;
        }
        if (part.equals(exceptions)) {
            return this;
        }
        ExceptionGroup derived = new ExceptionGroup(summary, part);
        derived.setStackTrace(getStackTrace());
        return derived;
    }
}
