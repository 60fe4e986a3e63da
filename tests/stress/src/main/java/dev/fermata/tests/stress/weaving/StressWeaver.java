package dev.fermata.tests.stress.weaving;

import dev.fermata.tests.stress.weaving.StressResult.LeftAlone;
import dev.fermata.tests.stress.weaving.StressResult.Reason;
import dev.fermata.transformer.Diagnostic;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.tree.MethodNode;

/**
 * Stress-weaves classes: every method that can be suspended is, before each call and at each loop back edge. Keeps no
 * state; may be used by many threads at once.
 */
public final class StressWeaver {
    /** What becomes of the methods as they were. */
    public enum Mode {
        /** They run their coroutines, so that callers meet woven code. */
        REPLACING,
        /** They stay as they are, and what would replace them stands beside them, to be verified but not run. */
        BESIDE
    }

    private final Weaver weaver = new Weaver();
    private final Mode mode;

    /** Makes a weaver that replaces methods. */
    public StressWeaver() {
        this(Mode.REPLACING);
    }

    /**
     * Makes a weaver.
     *
     * @param mode what becomes of the methods as they were, not null
     */
    public StressWeaver(Mode mode) {
        this.mode = mode;
    }

    /**
     * Weaves one class. A method that cannot be woven is left alone; the others still are.
     *
     * @param classFile the class as its compiler left it, not null
     * @param others class files by internal name, null for unknown ones; asked for super types of classes so old that
     *     their stack map frames must be computed
     * @return what came of it
     */
    public StressResult weave(byte[] classFile, Function<String, byte[]> others) {
        byte[] current = CurrentFormat.of(classFile, others);
        SortedMap<String, LeftAlone> leftAlone = new TreeMap<>();
        for (; ; ) {
            StressPreparation preparation = StressPreparation.of(current, mode, leftAlone.keySet());
            SortedMap<String, byte[]> classes = new TreeMap<>();
            if (preparation.woven().isEmpty()) {
                classes.put(preparation.host().name, classFile);
            } else {
                Map<String, LeftAlone> refused = attempt(preparation, classes);
                if (!refused.isEmpty()) {
                    leftAlone.putAll(refused);
                    continue;
                }
            }
            addInitialisers(preparation, leftAlone);
            return new StressResult(classes, preparation.woven(), leftAlone, preparation.suspensionPoints());
        }
    }

    /** Fills in the woven classes, or tells which methods stand in the way. */
    private Map<String, LeftAlone> attempt(StressPreparation preparation, SortedMap<String, byte[]> classes) {
        WeaveResult result;
        try {
            result = weaver.weave(preparation.toBytes());
        } catch (MethodTooLargeException e) {
            String method = preparation.originalOf(e.getMethodName());
            return Map.of(method, new LeftAlone(Reason.TOO_LARGE, e.getCodeSize() + " bytes before weaving"));
        }
        if (result instanceof WeaveResult.Success success) {
            classes.put(success.name(), success.host());
            classes.putAll(success.frames());
            return Map.of();
        }
        if (result instanceof WeaveResult.Refused refused) {
            return refusals(preparation, refused.errors());
        }
        throw new IllegalStateException(preparation.host().name + " has coroutines, and they have not been woven");
    }

    private static Map<String, LeftAlone> refusals(StressPreparation preparation, List<Diagnostic> errors) {
        Map<String, LeftAlone> refused = new TreeMap<>();
        for (Diagnostic error : errors) {
            if (error.code().isError()) {
                String name = error.method() == null
                        ? null
                        : error.method().substring(0, error.method().indexOf('('));
                String method = name == null ? null : preparation.originalOf(name);
                LeftAlone why = new LeftAlone(reasonOf(error), error.toString());
                if (method == null) {
                    preparation.woven().forEach(each -> refused.putIfAbsent(each, why));
                } else {
                    refused.put(method, why);
                }
            }
        }
        return refused;
    }

    private static Reason reasonOf(Diagnostic error) {
        return switch (error.code()) {
            case METHOD_TOO_LARGE -> Reason.TOO_LARGE;
            case UNSUPPORTED_BYTECODE -> Reason.UNSUPPORTED;
            default -> Reason.FAULT;
        };
    }

    private static void addInitialisers(StressPreparation preparation, SortedMap<String, LeftAlone> leftAlone) {
        for (MethodNode method : preparation.host().methods) {
            if (method.name.startsWith("<") && StressPreparation.hasCode(method)) {
                Reason reason = method.name.equals("<init>") ? Reason.CONSTRUCTOR : Reason.INITIALISER;
                leftAlone.put(StressPreparation.keyOf(method), new LeftAlone(reason, ""));
            }
        }
    }
}
