package dev.fermata.tests.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.agent.BuildTime;
import dev.fermata.tests.agent.Sources;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A library that reflects on everything. */
@Tag("E8")
@Tag("E10")
final class JacksonTest {
    private static final ObjectMapper MAPPER = JsonMapper.shared();
    private static final String JSON = "{\"name\":\"Ada\",\"tags\":[\"x\",\"y\"]}";

    @TempDir
    Path directory;

    private Class<?> plain;
    private Class<?> woven;

    @BeforeEach
    void compile() throws ClassNotFoundException {
        plain = ClassFiles.load(compileTo(directory.resolve("plain"))).loadClass("demo.Person");
        Path wovenClasses = compileTo(directory.resolve("woven"));
        BuildTime.weave(wovenClasses);
        woven = ClassFiles.load(wovenClasses).loadClass("demo.Person");
    }

    private static Path compileTo(Path target) {
        return new Sources()
                .withOptions("-parameters")
                .file("Person", Text.of("frameworks/Person.java"))
                .compileTo(target);
    }

    @Test
    void writes_and_reads_a_host_as_if_it_were_not_woven() throws ReflectiveOperationException {
        for (Class<?> type : List.of(plain, woven)) {
            Object person = MAPPER.readValue(JSON, type);
            assertEquals(JSON, MAPPER.writeValueAsString(person));
        }
    }

    /** Jackson looks for {@code Iterator} first, which the object behind an {@code Iterable} is, too, but cannot be used as. */
    @Test
    void writes_what_an_iterable_yields_when_told_that_it_is_one() throws ReflectiveOperationException {
        Object person = MAPPER.readValue(JSON, woven);
        Iterable<?> letters = (Iterable<?>) woven.getMethod("lettersOfTheName").invoke(person);
        assertEquals("[\"A\",\"d\",\"a\"]", MAPPER.writerFor(Iterator.class).writeValueAsString(letters.iterator()));
        assertEquals("[\"A\",\"d\",\"a\"]", MAPPER.writerFor(Iterable.class).writeValueAsString(letters));
        RuntimeException failure = assertThrows(RuntimeException.class, () -> MAPPER.writeValueAsString(letters));
        assertTrue(failure.getMessage().contains("is the source of iterators, not one itself: call iterator()"));
    }
}
