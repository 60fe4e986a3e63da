package dev.fermata.frame;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Put by the transformer, never by hand, on the method that callers see of a woven one: it only makes the frame, and holds
 * none of the code in the source. Coverage tools leave out what bears an annotation of this simple name (JaCoCo does so
 * since 0.8.2, whatever the package), so a suspendable method counts once, as the body that runs.
 *
 * <p>Kept in class files only: reflection sees the annotations that the source has.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Generated {}
