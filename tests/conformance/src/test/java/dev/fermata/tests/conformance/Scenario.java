package dev.fermata.tests.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the Java version of a Python program whose output is the resource {@code traces/<id>.out}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Scenario {
    /**
     * The id of the program.
     *
     * @return group and number, such as {@code GEN-01}
     */
    String value();

    /**
     * What is said in Java in another way than in Python, where the language or its types leave no choice. The trace must
     * be equal all the same.
     *
     * @return the difference in the program; empty if it is a word for word translation
     */
    String mapped() default "";
}
