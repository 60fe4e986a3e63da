package dev.fermata;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Put on classes by the transformer, never by hand: the class has been woven, or is a frame class. A second run leaves
 * such classes alone.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Woven {
    /**
     * The format of the woven code, an agreement between the transformer and this runtime.
     *
     * @return the format number, from 1
     */
    int format();

    /**
     * The frame classes that belong to a woven host; empty on a frame class.
     *
     * @return binary names in internal form, {@code com/example/Host$$method$0}
     */
    String[] frames() default {};
}
