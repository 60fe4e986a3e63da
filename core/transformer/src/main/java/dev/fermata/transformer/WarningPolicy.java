package dev.fermata.transformer;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which warnings are reported, and which of them fail the class as errors do. Errors always do. Immutable.
 */
public final class WarningPolicy {
    /** Every warning is a warning. */
    public static final WarningPolicy DEFAULT = new WarningPolicy(Map.of());

    /** What becomes of a warning. */
    public enum Level {
        /** It is not reported. */
        OFF,
        /** It is reported, and the class is woven. */
        WARN,
        /** It is reported, and the class is not woven. */
        ERROR
    }

    private final Map<DiagnosticCode, Level> levels;

    private WarningPolicy(Map<DiagnosticCode, Level> levels) {
        this.levels = levels;
    }

    /**
     * Reads a policy as users write it.
     *
     * @param text pairs such as {@code FERMATA-020=error,FERMATA-021=off}, separated by commas, colons or white space; null
     *     or empty for the default
     * @return the policy
     * @throws IllegalArgumentException if it cannot be understood or would change an error; the message says which part
     */
    public static WarningPolicy parse(String text) {
        Map<DiagnosticCode, Level> levels = new EnumMap<>(DiagnosticCode.class);
        for (String part : (text == null ? "" : text).split("[,:\\s]+")) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                if (equals < 0) {
                    throw refusal(part, "expected a code and a level, such as FERMATA-021=off");
                }
                levels.put(warning(part, part.substring(0, equals)), level(part, part.substring(equals + 1)));
            }
        }
        return new WarningPolicy(levels);
    }

    /**
     * The same with every warning that is reported taken for an error.
     *
     * @return a stricter policy
     */
    public WarningPolicy strict() {
        Map<DiagnosticCode, Level> stricter = new EnumMap<>(DiagnosticCode.class);
        for (DiagnosticCode code : DiagnosticCode.values()) {
            if (!code.isError()) {
                stricter.put(code, of(code) == Level.OFF ? Level.OFF : Level.ERROR);
            }
        }
        return new WarningPolicy(stricter);
    }

    private static DiagnosticCode warning(String part, String id) {
        for (DiagnosticCode code : DiagnosticCode.values()) {
            if (code.id().equalsIgnoreCase(id)) {
                if (code.isError()) {
                    throw refusal(part, code.id() + " is an error and stays one");
                }
                return code;
            }
        }
        throw refusal(part, "there is no code " + id);
    }

    private static Level level(String part, String name) {
        for (Level level : Level.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(name)) {
                return level;
            }
        }
        throw refusal(part, "the levels are off, warn and error");
    }

    private static IllegalArgumentException refusal(String part, String why) {
        return new IllegalArgumentException("warnings: '" + part + "' cannot be understood: " + why);
    }

    /**
     * What becomes of a finding.
     *
     * @param code any code, not null
     * @return its level; {@link Level#ERROR} for every error
     */
    public Level of(DiagnosticCode code) {
        return code.isError() ? Level.ERROR : levels.getOrDefault(code, Level.WARN);
    }
}
