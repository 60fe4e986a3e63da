package dev.fermata.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are, the weaver answers with a result. */
class BadBytesTest {
    private final byte[] valid = read(dev.fermata.Generator.class);

    @Test
    void every_truncation_of_a_class_file_is_answered() {
        for (int length = 0; length < valid.length; length++) {
            byte[] truncated = Arrays.copyOf(valid, length);
            Weaver.mentionsFermata(truncated);
            WeaveResult result = new Weaver().weave(truncated);
            if (result instanceof WeaveResult.Refused refused) {
                assertFalse(refused.errors().isEmpty());
                assertTrue(refused.errors().get(0).toString().startsWith("FERMATA-"));
            }
        }
        assertInstanceOf(WeaveResult.Refused.class, new Weaver().weave(Arrays.copyOf(valid, valid.length / 2)));
    }

    @Test
    void random_bytes_are_refused() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            Weaver.mentionsFermata(bytes);
            assertInstanceOf(WeaveResult.Refused.class, new Weaver().weave(bytes));
        }
    }

    @Test
    void class_files_with_bytes_changed_never_make_it_throw() {
        Random random = new Random(2);
        for (int i = 0; i < 5000; i++) {
            byte[] bytes = valid.clone();
            for (int change = 0; change <= random.nextInt(4); change++) {
                bytes[8 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt();
            }
            Weaver.mentionsFermata(bytes);
            assertNotNull(new Weaver().weave(bytes));
        }
    }

    @Test
    void the_scan_finds_mentions_and_nothing_else() {
        assertTrue(Weaver.mentionsFermata(valid));
        assertFalse(Weaver.mentionsFermata(read(String.class)));
        assertFalse(Weaver.mentionsFermata(new byte[0]));
    }

    @Test
    void a_class_without_suspendable_methods_stays_as_it_is() {
        assertEquals(new WeaveResult.Untouched(), new Weaver().weave(read(String.class)));
    }

    private static byte[] read(Class<?> type) {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
