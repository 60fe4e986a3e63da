package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.JavaType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a {@code switch} can be on, and the labels that it then has. */
enum Selector {
    INT(JavaType.INT, List.of("0", "1", "2", "3", "100000")) {
        @Override
        Expression value(Growth growth) {
            return Expression.of(JavaType.INT, "` & 3", growth.expression(JavaType.INT));
        }
    },
    INTEGER(JavaType.INTEGER, List.of("0", "1", "2", "7")),
    CHAR(JavaType.CHAR, List.of("'a'", "'b'", "'\\0'")),
    STRING(JavaType.STRING, List.of("\"a\"", "\"b\"", "\"c\"", "\"\"")),
    SHADE(JavaType.SHADE, List.of("DARK", "GREY", "LIGHT"));

    private final JavaType type;
    private final List<String> labels;

    Selector(JavaType type, List<String> labels) {
        this.type = type;
        this.labels = labels;
    }

    static Selector by(Growth growth) {
        return growth.pick(List.of(values()));
    }

    Expression value(Growth growth) {
        return growth.expression(type);
    }

    /** Some of the labels, as {@code case 0} or {@code case 1, 2}; never all, so that a default has its use. */
    List<String> labels(Growth growth) {
        List<String> shuffled = new ArrayList<>(labels);
        Collections.shuffle(shuffled, growth.random());
        List<String> chosen = new ArrayList<>();
        int number = 1 + growth.random().nextInt(2);
        for (int i = 0; i < number; i++) {
            chosen.add("case " + shuffled.get(i));
        }
        if (growth.oneIn(3)) {
            chosen.set(0, chosen.get(0) + ", " + shuffled.get(number));
        }
        return chosen;
    }
}
