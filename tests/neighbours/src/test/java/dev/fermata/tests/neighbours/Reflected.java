package dev.fermata.tests.neighbours;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * All that reflection tells of a class, as text. Left out is what weaving may add: synthetic methods, which bridges are
 * not, and the serial version that a class has had all the time.
 */
final class Reflected {
    static final String SERIAL_VERSION = "serialVersionUID";

    private final StringBuilder text = new StringBuilder();

    private Reflected() {}

    static String describe(Class<?> type) {
        Reflected reflected = new Reflected();
        reflected.ofType(type);
        reflected.ofSurroundings(type);
        sorted(type.getDeclaredFields()).stream()
                .filter(field -> !field.getName().equals(SERIAL_VERSION))
                .forEach(reflected::ofField);
        sorted(type.getDeclaredConstructors()).forEach(reflected::ofExecutable);
        sorted(type.getDeclaredMethods()).stream()
                .filter(method -> method.isBridge() || !method.isSynthetic())
                .forEach(reflected::ofExecutable);
        return reflected.text.toString();
    }

    private static <T extends Member> List<T> sorted(T[] members) {
        return Arrays.stream(members)
                .sorted(Comparator.comparing(Object::toString))
                .toList();
    }

    private void ofType(Class<?> type) {
        say("type", type.toGenericString(), type.getModifiers(), type.getSimpleName(), type.isSynthetic());
        say("above", type.getAnnotatedSuperclass(), Arrays.toString(type.getAnnotatedInterfaces()));
        annotations(type);
        if (type.isSealed()) {
            say("permits", Arrays.toString(type.getPermittedSubclasses()));
        }
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                say("component", component, component.getGenericType(), component.getAnnotatedType());
                annotations(component);
                ofExecutable(component.getAccessor());
            }
        }
    }

    private void ofSurroundings(Class<?> type) {
        say("in", type.getDeclaringClass(), type.getEnclosingClass(), type.getEnclosingMethod());
        say("nest", type.getNestHost(), names(type.getNestMembers()));
        say("member classes", names(type.getDeclaredClasses()));
        say("kind", type.isAnonymousClass(), type.isLocalClass(), type.isMemberClass(), type.isEnum());
    }

    private static String names(Class<?>[] types) {
        return Arrays.stream(types).map(Class::getName).sorted().collect(Collectors.joining(", "));
    }

    private void ofField(Field field) {
        say("field", field.toGenericString(), field.getAnnotatedType());
        annotations(field);
    }

    private void ofExecutable(Executable executable) {
        say(
                executable instanceof Constructor ? "constructor" : "method",
                executable.toGenericString(),
                executable.getModifiers(),
                executable.isVarArgs(),
                executable instanceof Method method && method.isBridge());
        annotations(executable);
        say("returns", executable.getAnnotatedReturnType(), Arrays.toString(executable.getAnnotatedExceptionTypes()));
        for (Parameter parameter : executable.getParameters()) {
            say("parameter", parameter, parameter.isNamePresent(), parameter.getModifiers());
            annotations(parameter);
        }
    }

    private void annotations(AnnotatedElement element) {
        say("annotations", Arrays.toString(element.getAnnotations()));
    }

    private void say(Object... what) {
        text.append(Arrays.stream(what).map(Objects::toString).collect(Collectors.joining(" | ")))
                .append('\n');
    }
}
