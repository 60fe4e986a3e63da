package dev.fermata.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A search that skips must not skip what it looks for. */
class ClassScanTest {
    private static final String NAME = "dev/fermata/";

    @Test
    void finds_the_name_wherever_it_stands() {
        for (int before = 0; before < 40; before++) {
            for (int after = 0; after < 3; after++) {
                assertTrue(mentions("x".repeat(before) + NAME + "x".repeat(after)), before + " before " + after);
            }
        }
    }

    @Test
    void finds_the_name_after_a_part_of_itself() {
        for (int length = 1; length < NAME.length(); length++) {
            assertTrue(mentions(NAME.substring(0, length) + NAME), NAME.substring(0, length));
            assertTrue(mentions(NAME.substring(length - 1, NAME.length() - 1) + NAME), NAME.substring(length - 1));
        }
    }

    @Test
    void agrees_with_a_search_that_skips_nothing() {
        Random random = new Random(1);
        int found = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = random.nextInt(8); pieces > 0; pieces--) {
                int from = random.nextInt(NAME.length());
                text.append(NAME, from, from + 1 + random.nextInt(NAME.length() - from));
            }
            assertEquals(text.indexOf(NAME) >= 0, mentions(text.toString()), text::toString);
            found += text.indexOf(NAME) >= 0 ? 1 : 0;
        }
        assertTrue(found > 100 && found < 19_900, found + " of them have the name");
    }

    @Test
    void takes_nothing_for_a_class_file_that_does_not_start_like_one() {
        byte[] bytes = bytes(NAME);
        bytes[3]++;
        assertFalse(ClassScan.mentionsFermata(bytes));
        assertFalse(ClassScan.mentionsFermata(NAME.getBytes(StandardCharsets.US_ASCII)));
    }

    private static boolean mentions(String text) {
        return ClassScan.mentionsFermata(bytes(text));
    }

    private static byte[] bytes(String text) {
        byte[] bytes = ("1234" + text).getBytes(StandardCharsets.US_ASCII);
        byte[] magic = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE};
        System.arraycopy(magic, 0, bytes, 0, magic.length);
        return bytes;
    }
}
