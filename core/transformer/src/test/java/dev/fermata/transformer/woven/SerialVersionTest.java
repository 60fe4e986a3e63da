package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bodies are members, and the default serial version counts members. */
@Tag("E11")
class SerialVersionTest {
    private static final String HOST = """
            import dev.fermata.*;

            class Host extends Base implements java.io.Serializable {
                int number = 7;

                @Suspendable
                Generator<Integer, Void, Void> numbers() {
                    Generator.yield(number);
                    return null;
                }

                static Object make() { return new Host(); }
                static Object numbersOf(Object host) { return ((Host) host).numbers(); }
            }
            """;
    private static final String BASE = "class Base {}";

    private final Classes plain = Classes.compile(HOST, BASE);

    @Test
    void the_default_one_is_that_of_the_unwoven_class() throws Exception {
        assertEquals(version(plain), version(plain.woven()));
    }

    private static long version(Classes classes) throws ClassNotFoundException {
        return ObjectStreamClass.lookup(new Loader(classes).loadClass("Host")).getSerialVersionUID();
    }

    @Test
    void an_object_written_unwoven_is_read_woven() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Loader(plain).call("Host", "make"));
        }
        Loader loader = new Loader(plain.woven());
        Object host = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())) {
            @Override
            protected Class<?> resolveClass(java.io.ObjectStreamClass type) throws ClassNotFoundException {
                return Class.forName(type.getName(), false, loader);
            }
        }.readObject();
        assertEquals(java.util.List.of(7), Loader.drain(loader.call("Host", "numbersOf", host)));
    }
}
