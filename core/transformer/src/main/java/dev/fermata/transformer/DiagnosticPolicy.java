package dev.fermata.transformer;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What each diagnostic weighs: by default what its code says; a warning can be raised to an error or silenced. Errors
 * stay errors, because a class that cannot be woven cannot be made to work by not saying so. Immutable.
 */
public final class DiagnosticPolicy {
    /** Every code as it is. */
    public static final DiagnosticPolicy DEFAULT = new DiagnosticPolicy(new EnumMap<>(DiagnosticCode.class));

    private static final String EVERY_WARNING = "all";

    private final Map<DiagnosticCode, Severity> changed;

    private DiagnosticPolicy(Map<DiagnosticCode, Severity> changed) {
        this.changed = changed;
    }

    /**
     * Reads settings such as {@code all=error, FERMATA-021=off}. {@code all} stands for every warning that has no setting
     * of its own.
     *
     * @param text settings separated by commas, colons or white space, each a code or {@code all}, an equals sign and
     *     {@code error}, {@code warn} or {@code off}; null or empty for the default
     * @return the policy
     * @throws IllegalArgumentException if the text cannot be understood, names a code twice, or names an error
     */
    public static DiagnosticPolicy parse(String text) {
        if (text == null) {
            return DEFAULT;
        }
        Map<DiagnosticCode, Severity> settings = new EnumMap<>(DiagnosticCode.class);
        Severity others = null;
        for (String setting : text.trim().split("[\\s,:]+")) {
            int equals = setting.indexOf('=');
            if (setting.isEmpty()) {
                continue;
            }
            if (equals < 0) {
                throw new IllegalArgumentException("'" + setting + "' is no setting such as FERMATA-020=off");
            }
            Severity severity = severity(setting.substring(equals + 1));
            String name = setting.substring(0, equals);
            Object former = name.equals(EVERY_WARNING) ? others : settings.put(warning(name), severity);
            if (former != null) {
                throw new IllegalArgumentException("'" + name + "' is set twice");
            }
            others = name.equals(EVERY_WARNING) ? severity : others;
        }
        return new DiagnosticPolicy(settings).withOthers(others);
    }

    /**
     * Lets every warning that is not silenced weigh as much as an error.
     *
     * @return the stricter policy
     */
    public DiagnosticPolicy withWarningsAsErrors() {
        Map<DiagnosticCode, Severity> stricter = new EnumMap<>(DiagnosticCode.class);
        for (DiagnosticCode code : DiagnosticCode.values()) {
            if (severityOf(code) == Severity.WARN) {
                stricter.put(code, Severity.ERROR);
            } else if (severityOf(code) != code.severity()) {
                stricter.put(code, severityOf(code));
            }
        }
        return new DiagnosticPolicy(stricter);
    }

    /**
     * What a diagnostic with this code weighs.
     *
     * @param code the code, not null
     * @return its severity, never null
     */
    public Severity severityOf(DiagnosticCode code) {
        Severity severity = changed.get(Objects.requireNonNull(code));
        return severity == null ? code.severity() : severity;
    }

    private DiagnosticPolicy withOthers(Severity severity) {
        if (severity != null) {
            for (DiagnosticCode code : DiagnosticCode.values()) {
                if (!code.isError()) {
                    changed.putIfAbsent(code, severity);
                }
            }
        }
        return this;
    }

    private static DiagnosticCode warning(String id) {
        for (DiagnosticCode code : DiagnosticCode.values()) {
            if (code.id().equals(id)) {
                if (code.isError()) {
                    throw new IllegalArgumentException(id + " is an error: it can be neither silenced nor lowered");
                }
                return code;
            }
        }
        throw new IllegalArgumentException("there is no diagnostic '" + id + "'");
    }

    private static Severity severity(String name) {
        for (Severity severity : Severity.values()) {
            if (severity.name().toLowerCase(Locale.ROOT).equals(name)) {
                return severity;
            }
        }
        throw new IllegalArgumentException("'" + name + "' is none of error, warn, off");
    }
}
