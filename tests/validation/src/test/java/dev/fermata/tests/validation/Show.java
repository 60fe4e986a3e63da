package dev.fermata.tests.validation;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * The text of a value in the log: the same for both readings of the same method. Objects that have no text of their own
 * are numbered in the order in which they are first seen, so that the log tells who is who.
 */
final class Show {
    private static final Pattern IDENTITY_HASH = Pattern.compile("@[0-9a-f]+");

    private final Map<Object, Integer> numbers = new IdentityHashMap<>();

    String text(Object value) {
        if (value instanceof CharSequence text) {
            return '"' + text.toString() + '"';
        }
        if (value instanceof Long || value instanceof Float || value instanceof Short || value instanceof Byte) {
            return value + value.getClass().getSimpleName().substring(0, 1);
        }
        if (value instanceof Throwable error) {
            return error(error);
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(this::text).toList().toString();
        }
        if (value != null && value.getClass().isArray()) {
            return array(value);
        }
        return value == null || hasText(value.getClass()) ? String.valueOf(value) : numbered(value);
    }

    private static boolean hasText(Class<?> type) {
        try {
            return type.getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private String array(Object array) {
        StringJoiner text = new StringJoiner(", ", array.getClass().getSimpleName() + "{", "}");
        for (int i = 0; i < Array.getLength(array); i++) {
            text.add(text(Array.get(array, i)));
        }
        return text.toString();
    }

    private String error(Throwable error) {
        StringBuilder text = new StringBuilder(numbered(error));
        if (error.getMessage() != null && !isMadeByTheJvm(error)) {
            text.append('(')
                    .append(IDENTITY_HASH.matcher(error.getMessage()).replaceAll("@"))
                    .append(')');
        }
        for (Throwable suppressed : error.getSuppressed()) {
            text.append(" suppressing ").append(text(suppressed));
        }
        if (error.getCause() != null) {
            text.append(" caused by ").append(text(error.getCause()));
        }
        return text.toString();
    }

    /** These messages quote the bytecode, which weaving changes. */
    private static boolean isMadeByTheJvm(Throwable error) {
        return error instanceof NullPointerException && error.getMessage().startsWith("Cannot ");
    }

    private String numbered(Object value) {
        Class<?> type = value.getClass();
        String name = type.isHidden() ? "lambda" : type.getSimpleName();
        return name + "#" + numbers.computeIfAbsent(value, key -> numbers.size());
    }
}
