package dev.fermata;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Silences warnings of the transformer about one method, the lambdas in it, or one class. It exists beside
 * {@link SuppressWarnings} because the transformer reads class files, in which that one leaves no trace. What is a warning
 * by nature is silenced even where warnings count as errors; errors by nature cannot be silenced.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE})
public @interface SuppressDiagnostics {
    /**
     * The codes of the warnings, such as {@code "FERMATA-021"}.
     *
     * @return the codes; one that does not exist has no effect
     */
    String[] value();
}
