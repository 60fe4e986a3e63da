package dev.fermata.inspect;

import java.util.Collection;
import java.util.function.BiConsumer;

/** Writes JSON (RFC 8259): what little of it is wanted here, because the runtime has no dependencies. */
final class Json {
    private final StringBuilder text = new StringBuilder();

    /** Whether the next value or member is preceded by a comma. */
    private boolean isFurther;

    void open() {
        separate();
        text.append('{');
        isFurther = false;
    }

    void close() {
        text.append('}');
        isFurther = true;
    }

    /** A member whose value is written next. */
    Json name(String name) {
        string(name);
        text.append(':');
        isFurther = false;
        return this;
    }

    void member(String name, long value) {
        name(name).number(value);
    }

    /** {@code value} may be null. */
    void member(String name, Long value) {
        name(name);
        if (value == null) {
            string(null);
        } else {
            number(value);
        }
    }

    /** {@code value} may be null. */
    void member(String name, String value) {
        name(name).string(value);
    }

    <T> void array(Collection<T> elements, BiConsumer<Json, ? super T> writer) {
        separate();
        text.append('[');
        isFurther = false;
        elements.forEach(element -> writer.accept(this, element));
        text.append(']');
        isFurther = true;
    }

    void number(long value) {
        separate();
        text.append(value);
        isFurther = true;
    }

    void string(String value) {
        separate();
        if (value == null) {
            text.append("null");
        } else {
            text.append('"');
            value.chars().forEach(this::append);
            text.append('"');
        }
        isFurther = true;
    }

    private void append(int character) {
        if (character == '"' || character == '\\') {
            text.append('\\').append((char) character);
        } else if (character < ' ' || Character.isSurrogate((char) character)) {
            text.append(String.format("\\u%04x", character)); // a surrogate may stand alone
        } else {
            text.append((char) character);
        }
    }

    private void separate() {
        if (isFurther) {
            text.append(',');
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
