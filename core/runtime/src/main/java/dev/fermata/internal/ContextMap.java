package dev.fermata.internal;

import java.util.Arrays;

/**
 * Values by key, immutable, so that a copy costs nothing. Keys are compared by identity and searched one by one: a program
 * has few context variables, and an array of them is read faster than any tree.
 */
public final class ContextMap {
    /** Without any value. */
    public static final ContextMap EMPTY = new ContextMap(new Object[0]);

    /** Key, value, key, value ... */
    private final Object[] entries;

    private ContextMap(Object[] entries) {
        this.entries = entries;
    }

    /**
     * Whether there is a value.
     *
     * @param key whose value
     * @return true if so, even if the value is null
     */
    public boolean contains(Object key) {
        return indexOf(key) >= 0;
    }

    /**
     * Looks a value up.
     *
     * @param key whose value
     * @param otherwise what to give if there is none
     * @return the value
     */
    public Object get(Object key, Object otherwise) {
        int at = indexOf(key);
        return at < 0 ? otherwise : entries[at + 1];
    }

    /**
     * A map with one value set.
     *
     * @param key whose value
     * @param value the value, may be null
     * @return the new map
     */
    public ContextMap with(Object key, Object value) {
        int at = indexOf(key);
        if (at >= 0 && entries[at + 1] == value) {
            return this;
        }
        Object[] changed = Arrays.copyOf(entries, at < 0 ? entries.length + 2 : entries.length);
        int to = at < 0 ? entries.length : at;
        changed[to] = key;
        changed[to + 1] = value;
        return new ContextMap(changed);
    }

    /**
     * A map with one value less.
     *
     * @param key whose value
     * @return the new map, or this one if it has no such value
     */
    public ContextMap without(Object key) {
        int at = indexOf(key);
        if (at < 0) {
            return this;
        }
        Object[] changed = Arrays.copyOf(entries, entries.length - 2);
        System.arraycopy(entries, at + 2, changed, at, changed.length - at);
        return new ContextMap(changed);
    }

    private int indexOf(Object key) {
        for (int i = 0; i < entries.length; i += 2) {
            if (entries[i] == key) {
                return i;
            }
        }
        return -1;
    }
}
