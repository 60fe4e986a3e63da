package dev.fermata.tests.random.tree;

import java.util.List;

/** The types that random expressions have. Pair, Shade, Task and Flow are in the {@code Scenery} of every program. */
public enum JavaType {
    BOOLEAN("boolean", "Boolean", "false"),
    BYTE("byte", "Byte", "((byte) 0)"),
    SHORT("short", "Short", "((short) 0)"),
    CHAR("char", "Character", "'a'"),
    INT("int", "Integer", "0"),
    LONG("long", "Long", "0L"),
    FLOAT("float", "Float", "0f"),
    DOUBLE("double", "Double", "0.0"),
    STRING("String", "String", "\"\""),
    INTEGER("Integer", "Integer", "((Integer) 0)"),
    OBJECT("Object", "Object", "((Object) null)"),
    SHADE("Shade", "Shade", "Shade.DARK"),
    PAIR("Pair", "Pair", "new Pair(t, null, 0L)"),
    INTS("int[]", "int[]", "new int[4]"),
    LONGS("long[]", "long[]", "new long[4]"),
    DOUBLES("double[]", "double[]", "new double[4]"),
    STRINGS("String[]", "String[]", "new String[4]"),
    OBJECTS("Object[]", "Object[]", "new Object[4]"),
    /** A lambda or object that makes coroutines. */
    TASK("Task", "Task", "((Task) () -> Coroutine.of(null))"),
    /** A lambda or object that makes generators. */
    FLOW("Flow", "Flow", "((Flow) () -> Generator.returning(null))");

    private static final List<JavaType> VALUES = List.of(
            BOOLEAN, BYTE, SHORT, CHAR, INT, INT, INT, LONG, LONG, FLOAT, DOUBLE, DOUBLE, STRING, STRING, INTEGER,
            OBJECT, OBJECT, SHADE, PAIR, INTS, LONGS, DOUBLES, STRINGS, OBJECTS);

    private static final List<JavaType> NUMBERS = List.of(BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE);

    private final String source;
    private final String boxed;
    private final String simplest;

    JavaType(String source, String boxed, String simplest) {
        this.source = source;
        this.boxed = boxed;
        this.simplest = simplest;
    }

    /** The types of variables; those that matter most are there more than once. */
    public static List<JavaType> ofValues() {
        return VALUES;
    }

    /** The primitive types but boolean. */
    public static List<JavaType> ofNumbers() {
        return NUMBERS;
    }

    /** The type as it is declared. */
    public String source() {
        return source;
    }

    /** The type as a type argument. */
    public String boxed() {
        return boxed;
    }

    /** The simplest expression of this type. */
    public Expression simplest() {
        return Expression.of(this, simplest);
    }

    /** Whether it is a primitive type but boolean. */
    public boolean isNumber() {
        return NUMBERS.contains(this);
    }

    /** Whether it is a number that can be shifted. */
    public boolean isIntegral() {
        return isNumber() && this != FLOAT && this != DOUBLE;
    }

    /** Whether it is primitive. */
    public boolean isPrimitive() {
        return this == BOOLEAN || isNumber();
    }

    /** Whether its text is the same in every run, which that of an array is not. */
    public boolean hasText() {
        return isPrimitive() || this == STRING || this == INTEGER || this == OBJECT || this == SHADE || this == PAIR;
    }

    /** The type of arrays of this; null if no random expression has it. */
    public JavaType array() {
        return switch (this) {
            case INT -> INTS;
            case LONG -> LONGS;
            case DOUBLE -> DOUBLES;
            case STRING -> STRINGS;
            case OBJECT -> OBJECTS;
            default -> null;
        };
    }

    /** The type of elements; null if it is no array. */
    public JavaType element() {
        for (JavaType type : values()) {
            if (type.array() == this) {
                return type;
            }
        }
        return null;
    }
}
