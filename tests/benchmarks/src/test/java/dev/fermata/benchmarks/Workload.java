package dev.fermata.benchmarks;

import dev.fermata.benchmarks.peers.VirtualThreads;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** A benchmark class as JMH sees it, run once instead of measured. */
record Workload(Class<?> type) {
    /** The variant that the others are measured against. */
    static final String YARDSTICK = "handWritten";

    /** Every class of this package that JMH's annotation processor has found; the others measure weaving itself. */
    static List<Workload> all() {
        OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        return BenchmarkList.defaultList().getAll(silent, List.of()).stream()
                .map(BenchmarkListEntry::getUserClassQName)
                .distinct()
                .map(Workload::named)
                .filter(workload -> workload.type().getPackage() == Workload.class.getPackage())
                .toList();
    }

    private static Workload named(String name) {
        try {
            return new Workload(Class.forName(name));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    String name() {
        return type.getSimpleName();
    }

    List<String> variants() {
        return methods(Benchmark.class)
                .map(Method::getName)
                .filter(name -> VirtualThreads.EXIST || !name.equals("virtualThreads"))
                .sorted()
                .toList();
    }

    /** Every combination of the values of the parameters. */
    List<Map<String, Object>> settings() {
        List<Map<String, Object>> settings = List.of(Map.of());
        for (Field field : parameters()) {
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> setting : settings) {
                for (Object value : valuesOf(field)) {
                    Map<String, Object> extended = new TreeMap<>(setting);
                    extended.put(field.getName(), value);
                    longer.add(extended);
                }
            }
            settings = longer;
        }
        return settings;
    }

    Object run(String variant, Map<String, Object> setting) throws ReflectiveOperationException {
        Object state = type.getConstructor().newInstance();
        for (Map.Entry<String, Object> parameter : setting.entrySet()) {
            type.getField(parameter.getKey()).set(state, parameter.getValue());
        }
        call(Setup.class, state);
        try {
            return type.getMethod(variant).invoke(state);
        } catch (InvocationTargetException e) {
            throw new AssertionError(name() + "." + variant, e.getCause());
        } finally {
            call(TearDown.class, state);
        }
    }

    private void call(Class<? extends Annotation> annotation, Object state) throws ReflectiveOperationException {
        for (Method method : methods(annotation).toList()) {
            method.invoke(state);
        }
    }

    private Stream<Method> methods(Class<? extends Annotation> annotation) {
        return Arrays.stream(type.getMethods()).filter(method -> method.isAnnotationPresent(annotation));
    }

    private List<Field> parameters() {
        return Arrays.stream(type.getFields())
                .filter(field -> field.isAnnotationPresent(Param.class))
                .toList();
    }

    /** JMH takes all constants of an enum if none are named. */
    private static List<?> valuesOf(Field field) {
        if (field.getType().isEnum()) {
            return List.of(field.getType().getEnumConstants());
        }
        if (field.getType() == int.class) {
            return Arrays.stream(field.getAnnotation(Param.class).value())
                    .map(Integer::valueOf)
                    .toList();
        }
        if (field.getType() == boolean.class) {
            return List.of(false, true);
        }
        throw new AssertionError("this test knows no parameters like " + field);
    }
}
