package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Hazard;
import dev.fermata.tests.validation.Trial;

/** As many parameters as a method can have. */
final class ManyParameters {
    private ManyParameters() {}

    @Suspendable
    @Hazard("B16")
    static Coroutine<Object> many(Trial t) {
        return sum( // assertEnds(1) assertSpillsNothing()
                0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L,
                10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L,
                20L, 21L, 22L, 23L, 24L, 25L, 26L, 27L, 28L, 29L,
                30L, 31L, 32L, 33L, 34L, 35L, 36L, 37L, 38L, 39L,
                40L, 41L, 42L, 43L, 44L, 45L, 46L, 47L, 48L, 49L,
                50L, 51L, 52L, 53L, 54L, 55L, 56L, 57L, 58L, 59L,
                60L, 61L, 62L, 63L, 64L, 65L, 66L, 67L, 68L, 69L,
                70L, 71L, 72L, 73L, 74L, 75L, 76L, 77L, 78L, 79L,
                80L, 81L, 82L, 83L, 84L, 85L, 86L, 87L, 88L, 89L,
                90L, 91L, 92L, 93L, 94L, 95L, 96L, 97L, 98L, 99L,
                100L, 101L, 102L, 103L, 104L, 105L, 106L, 107L, 108L, 109L,
                110L, 111L, 112L, 113L, 114L, 115L, 116L, 117L, 118L, 119L,
                120L, 121L, 122L, 123L, 124L, 125L, 126L,
                t);
    }

    @Suspendable
    private static Coroutine<Object> sum(
            long l0, long l1, long l2, long l3, long l4, long l5, long l6, long l7, long l8, long l9,
            long l10, long l11, long l12, long l13, long l14, long l15, long l16, long l17, long l18, long l19,
            long l20, long l21, long l22, long l23, long l24, long l25, long l26, long l27, long l28, long l29,
            long l30, long l31, long l32, long l33, long l34, long l35, long l36, long l37, long l38, long l39,
            long l40, long l41, long l42, long l43, long l44, long l45, long l46, long l47, long l48, long l49,
            long l50, long l51, long l52, long l53, long l54, long l55, long l56, long l57, long l58, long l59,
            long l60, long l61, long l62, long l63, long l64, long l65, long l66, long l67, long l68, long l69,
            long l70, long l71, long l72, long l73, long l74, long l75, long l76, long l77, long l78, long l79,
            long l80, long l81, long l82, long l83, long l84, long l85, long l86, long l87, long l88, long l89,
            long l90, long l91, long l92, long l93, long l94, long l95, long l96, long l97, long l98, long l99,
            long l100, long l101, long l102, long l103, long l104, long l105, long l106, long l107, long l108, long l109,
            long l110, long l111, long l112, long l113, long l114, long l115, long l116, long l117, long l118, long l119,
            long l120, long l121, long l122, long l123, long l124, long l125, long l126,
            Trial t) {
        long sum = l0 + l1 + l50;
        await(t.at("x", null)); // assertSpills(l2, l125, l126, t, sum)
        sum += l2 + l125;
        await(t.at("y", null)); // assertSpills(l126, sum)
        return Coroutine.of(sum + l126);
    }
}
