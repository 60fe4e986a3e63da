package dev.fermata.tests.validation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a target method: the hazards it guards against, by the ids that {@code tests/hazards} lists. It is read off the
 * sources, and counts only on a method that is run by itself.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Hazard {
    /**
     * The ids.
     *
     * @return one or several, such as {@code A5}
     */
    String[] value();
}
