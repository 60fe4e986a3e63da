package dev.fermata.agent;

import dev.fermata.transformer.DiagnosticPolicy;
import dev.fermata.transformer.Keep;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands behind {@code -javaagent:fermata-agent.jar=}: options separated by commas, each a name or
 * {@code name=value}.
 */
final class AgentOptions {
    private Keep keep = Keep.LIVE;
    private boolean verbose;
    private List<String> include = List.of();
    private List<String> exclude = List.of();
    private File dump;
    private DiagnosticPolicy policy = DiagnosticPolicy.DEFAULT;

    private AgentOptions() {}

    /** The options there are; the order is that of the explanation. */
    private enum Option {
        DEBUG("debug", "keeps all variables in scope over suspensions, for debuggers, not only those still read"),
        VERBOSE("verbose", "says what becomes of each class that mentions Fermata, and sums up at the end"),
        INCLUDE("include=<prefix>[:<prefix>...]", "weaves only classes whose full names start with one of these"),
        EXCLUDE("exclude=<prefix>[:<prefix>...]", "leaves classes alone whose full names start with one of these"),
        DUMP("dump=<directory>", "writes the changed classes and their frame classes there"),
        WARNINGS(
                "warnings=<code>=error|warn|off[:...]",
                "raises single warnings to errors or turns them off; 'all' stands for those not named");

        private final String usage;
        private final String meaning;

        Option(String usage, String meaning) {
            this.usage = usage;
            this.meaning = meaning;
        }

        private boolean takesValue() {
            return usage.indexOf('=') >= 0;
        }

        private String key() {
            return takesValue() ? usage.substring(0, usage.indexOf('=')) : usage;
        }
    }

    /**
     * Reads the options.
     *
     * @param text what stands behind the equals sign; null or empty for none
     * @throws IllegalArgumentException if it cannot be understood
     */
    static AgentOptions parse(String text) {
        AgentOptions options = new AgentOptions();
        List<Option> given = new ArrayList<>();
        for (String part : split(text == null ? "" : text, ',')) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? part : part.substring(0, equals);
            String value = equals < 0 ? null : part.substring(equals + 1);
            Option option = named(key);
            if (given.contains(option)) {
                throw new IllegalArgumentException("option '" + key + "' is given twice");
            }
            given.add(option);
            options.set(option, key, value);
        }
        return options;
    }

    /** Every option with its meaning, as lines to follow an error. */
    static String explanation() {
        StringBuilder text = new StringBuilder(". The options, separated by commas, are:");
        for (Option option : Option.values()) {
            text.append("\n  ").append(option.usage).append("\n      ").append(option.meaning);
        }
        return text.toString();
    }

    private static Option named(String key) {
        for (Option option : Option.values()) {
            if (option.key().equals(key)) {
                return option;
            }
        }
        throw new IllegalArgumentException("unknown option '" + key + "'");
    }

    private void set(Option option, String key, String value) {
        if (option.takesValue() && (value == null || value.isEmpty())) {
            throw new IllegalArgumentException("option '" + key + "' needs a value");
        }
        if (!option.takesValue() && value != null) {
            throw new IllegalArgumentException("option '" + key + "' takes no value");
        }
        switch (option) {
            case DEBUG -> keep = Keep.IN_SCOPE;
            case VERBOSE -> verbose = true;
            case INCLUDE -> include = prefixes(value);
            case EXCLUDE -> exclude = prefixes(value);
            case DUMP -> dump = new File(value);
            case WARNINGS -> policy = policy(value);
        }
    }

    private static DiagnosticPolicy policy(String value) {
        try {
            return DiagnosticPolicy.parse(value);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("option 'warnings': " + wrong.getMessage(), wrong);
        }
    }

    private static List<String> prefixes(String value) {
        List<String> prefixes = new ArrayList<>();
        for (String prefix : split(value, ':')) {
            prefixes.add(prefix.replace('.', '/'));
        }
        return prefixes;
    }

    /** The parts that are not empty. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int end = text.indexOf(separator, from);
            int to = end < 0 ? text.length() : end;
            if (to > from) {
                parts.add(text.substring(from, to).trim());
            }
            from = to + 1;
        }
        return parts;
    }

    /** Which variables suspended methods keep. */
    Keep keep() {
        return keep;
    }

    boolean verbose() {
        return verbose;
    }

    /** Prefixes of internal names; empty if every class is included. */
    List<String> include() {
        return include;
    }

    /** Prefixes of internal names. */
    List<String> exclude() {
        return exclude;
    }

    /** Where to write classes; null if they are not to be written. */
    File dump() {
        return dump;
    }

    /** What diagnostics weigh. */
    DiagnosticPolicy policy() {
        return policy;
    }
}
