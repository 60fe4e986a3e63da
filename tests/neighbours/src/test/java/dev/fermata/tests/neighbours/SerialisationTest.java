package dev.fermata.tests.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.tests.agent.BuildTime;
import dev.fermata.tests.agent.Sources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Serializable hosts: what was written before they were woven can be read afterwards, and the other way round. */
@Tag("E11")
final class SerialisationTest {
    @TempDir
    Path directory;

    private ClassLoader plain;
    private ClassLoader woven;

    @BeforeEach
    void compile() {
        plain = ClassFiles.load(compileTo(directory.resolve("plain")));
        Path wovenClasses = compileTo(directory.resolve("woven"));
        BuildTime.weave(wovenClasses);
        woven = ClassFiles.load(wovenClasses);
    }

    private static Path compileTo(Path target) {
        return new Sources()
                .withOptions("-Xlint:-serial")
                .file("Account", Text.of("serial/Account.java"))
                .compileTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Account", "Account$Savings", "Account$Kind", "Account$Entry", "Account$Source"})
    void the_serial_version_stays(String name) throws ClassNotFoundException {
        assertEquals(
                ObjectStreamClass.lookup(plain.loadClass("serial." + name)).getSerialVersionUID(),
                ObjectStreamClass.lookup(woven.loadClass("serial." + name)).getSerialVersionUID());
    }

    @Test
    void an_object_written_before_is_read_and_suspends() throws Exception {
        Object read = read(written(plain), woven);
        assertEquals(woven, read.getClass().getClassLoader());
        assertEquals(List.of("40", "OPEN", "1", "1"), iterate(read, "all"));
        assertEquals(List.of("2"), iterate(read, "rates"));
    }

    @Test
    void an_object_written_woven_is_read_by_classes_that_are_not() throws Exception {
        Object read = read(written(woven), plain);
        assertEquals(plain, read.getClass().getClassLoader());
    }

    @Test
    @Tag("D9")
    void a_serializable_lambda_that_suspends_comes_back() throws Exception {
        Object account = account(woven);
        Object source = account.getClass().getMethod("source").invoke(account);
        Object read = read(write(source), woven);
        Method upTo = woven.loadClass("serial.Account$Source").getMethod("upTo", int.class);
        List<Object> items = new ArrayList<>();
        ((Iterable<?>) upTo.invoke(read, 2)).forEach(items::add);
        assertEquals(List.of(40, 80), items);
    }

    private static Object account(ClassLoader loader) throws ReflectiveOperationException {
        return loader.loadClass("serial.Account$Savings").getConstructor().newInstance();
    }

    private static byte[] written(ClassLoader loader) throws Exception {
        return write(account(loader));
    }

    private static byte[] write(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] bytes, ClassLoader loader) throws IOException, ClassNotFoundException {
        try (LoadingStream in = new LoadingStream(new ByteArrayInputStream(bytes), loader)) {
            return in.readObject();
        }
    }

    private static List<String> iterate(Object account, String method) throws ReflectiveOperationException {
        Class<?> declaring = method.equals("all") ? account.getClass().getSuperclass() : account.getClass();
        Method generator = declaring.getDeclaredMethod(method);
        generator.setAccessible(true);
        List<String> items = new ArrayList<>();
        ((Iterable<?>) generator.invoke(account)).forEach(item -> items.add(item.toString()));
        return items;
    }

    /** Looks classes up in the loader it is given. */
    private static final class LoadingStream extends ObjectInputStream {
        private final ClassLoader loader;

        private LoadingStream(InputStream in, ClassLoader loader) throws IOException {
            super(in);
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
            return Class.forName(description.getName(), false, loader);
        }
    }
}
