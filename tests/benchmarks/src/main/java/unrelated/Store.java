package unrelated;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;

/** A pattern: a map, streams, handlers of exceptions. */
public class Store {
    private static final Map<String, String> DEFAULTS = new HashMap<>();

    static {
        DEFAULTS.put("host", "localhost");
        DEFAULTS.put("port", "8080");
        DEFAULTS.put("scheme", "http");
    }

    private final Map<String, String> values = new HashMap<>(DEFAULTS);
    private String origin = "built in";
    private int changes;

    /** The value, or the default. */
    public String get(String key, String otherwise) {
        String value = values.get(key);
        return value == null ? otherwise : value;
    }

    /** The value as a number. */
    public int number(String key, int otherwise) {
        String value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value.trim());
        } catch (NumberFormatException e) {
            throw new IllegalStateException(key + " from " + origin + " is not a number: " + value, e);
        }
    }

    /** Reads lines of the form key=value; the number of those that were not. */
    public int load(String from, Reader reader) throws IOException {
        int wrong = 0;
        origin = from;
        try (BufferedReader lines = new BufferedReader(reader)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int equals = line.indexOf('=');
                if (line.startsWith("#") || line.isEmpty()) {
                    continue;
                }
                if (equals < 0) {
                    wrong++;
                } else if (values.put(line.substring(0, equals), line.substring(equals + 1)) == null) {
                    changes++;
                }
            }
        } finally {
            changes++;
        }
        return wrong;
    }

    /** Whether anything differs from the defaults. */
    public boolean isChanged() {
        return changes > 0 && !values.equals(DEFAULTS);
    }
}
