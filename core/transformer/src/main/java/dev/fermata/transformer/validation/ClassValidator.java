package dev.fermata.transformer.validation;

import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.Kind;
import dev.fermata.transformer.Marker;
import dev.fermata.transformer.Primitive;
import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.SuspendableMethod;
import dev.fermata.transformer.lowering.Boxing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Decides which methods of a class are suspendable and refuses what cannot be. */
public final class ClassValidator {
    private static final String KINDS =
            "Generator, Iterator, Iterable, Stream (or their primitive forms), Coroutine, CompletableFuture, CompletionStage,"
                    + " AsyncGenerator or Flow.Publisher";

    private final ClassNode host;
    private final Findings findings;
    private final LambdaBodies lambdas;
    private final AsyncCallChecks asyncCalls;
    private final List<SuspendableMethod> suspendable = new ArrayList<>();

    private ClassValidator(ClassNode host, Findings findings) {
        this.host = host;
        this.findings = findings;
        this.lambdas = new LambdaBodies(host);
        this.asyncCalls = new AsyncCallChecks(host, findings);
    }

    /**
     * Checks every method of a class.
     *
     * @return the suspendable ones; to be used only if there are no errors among the findings
     */
    public static List<SuspendableMethod> validate(ClassNode host, Findings findings) {
        ClassValidator validator = new ClassValidator(host, findings);
        for (MethodNode method : host.methods) {
            validator.check(method);
        }
        return validator.suspendable;
    }

    /** Whether a method is one that users expect to suspend, rightly or wrongly. */
    public static boolean isMeantToSuspend(MethodNode method) {
        return isAnnotated(method)
                || hasMarkers(method)
                || !referencesOf(method).isEmpty();
    }

    /** Whether a method holds calls that are to be replaced. */
    public static boolean hasMarkers(MethodNode method) {
        return !markersOf(method).isEmpty();
    }

    private void check(MethodNode method) {
        checkReferences(method);
        List<AbstractInsnNode> markers = markersOf(method);
        if (isAnnotated(method)) {
            checkAnnotated(method, markers);
        } else if (!markers.isEmpty() || waitsWithoutMarker(method)) {
            checkUnannotated(method, markers);
        } else {
            asyncCalls.checkPlain(method);
        }
    }

    /** A lambda that suspends only by calls that are woven into an await. */
    private boolean waitsWithoutMarker(MethodNode method) {
        return lambdas.contains(method)
                && Kind.of(method.desc).filter(Kind::awaits).isPresent()
                && AsyncCallChecks.isNeeded(method);
    }

    private void checkAnnotated(MethodNode method, List<AbstractInsnNode> markers) {
        if (has(method, Opcodes.ACC_NATIVE)) {
            findings.add(
                    DiagnosticCode.NATIVE_METHOD,
                    method,
                    "a native method has no bytecode to weave: move @Suspendable to a Java method that calls it");
            return;
        }
        if (has(method, Opcodes.ACC_ABSTRACT)) {
            findings.add(
                    DiagnosticCode.ABSTRACT_METHOD,
                    method,
                    "an abstract method has no body to weave: annotate the methods that implement it");
            return;
        }
        if (has(method, Opcodes.ACC_SYNCHRONIZED)) {
            findings.add(
                    DiagnosticCode.SYNCHRONIZED_METHOD,
                    method,
                    "a synchronized method would hold its lock only while the call returns, not while the body runs: drop"
                            + " 'synchronized' and guard the state inside, without suspending under a lock");
            return;
        }
        Kind.of(method.desc)
                .ifPresentOrElse(
                        kind -> accept(method, kind, markers),
                        () -> findings.add(
                                DiagnosticCode.WRONG_RETURN_TYPE,
                                method,
                                "a @Suspendable method must return " + KINDS + ", this one returns "
                                        + Type.getReturnType(method.desc).getClassName()));
    }

    private void checkUnannotated(MethodNode method, List<AbstractInsnNode> markers) {
        if (method.name.startsWith("<")) {
            String where =
                    method.name.equals("<init>") ? "a constructor or instance initialiser" : "a static initialiser";
            refuseEach(
                    DiagnosticCode.MARKER_IN_INITIALISER,
                    method,
                    markers,
                    marker -> " cannot suspend " + where + ": move it to a @Suspendable method");
        } else if (!lambdas.contains(method)) {
            refuseEach(
                    DiagnosticCode.MARKER_IN_PLAIN_METHOD,
                    method,
                    markers,
                    marker -> " outside a suspendable method: annotate the method with @Suspendable and let it return "
                            + marker.returnTypes());
        } else {
            Optional<Kind> kind = Kind.of(method.desc);
            if (kind.isPresent()) {
                accept(method, kind.get(), markers);
            } else {
                refuseEach(
                        DiagnosticCode.MARKER_IN_PLAIN_LAMBDA,
                        method,
                        markers,
                        marker -> " in a lambda that cannot suspend: its functional interface must return "
                                + marker.returnTypes());
            }
        }
    }

    private void accept(MethodNode method, Kind kind, List<AbstractInsnNode> markers) {
        MonitorDepth monitors = MonitorDepth.of(method);
        asyncCalls.check(method, kind, monitors);
        for (AbstractInsnNode insn : markers) {
            Marker marker = Marker.of(insn).orElseThrow();
            if (!marker.belongsTo(kind)) {
                findings.add(
                        DiagnosticCode.MARKER_OF_OTHER_KIND,
                        method,
                        insn,
                        marker + " cannot be used in " + article(kind) + kind.noun() + adviceFor(kind, marker));
            }
            if (marker == Marker.YIELD) {
                checkYielded(method, kind, insn);
            }
            if (monitors.isHeldAt(insn)) {
                findings.add(
                        DiagnosticCode.MONITOR_HELD,
                        method,
                        insn,
                        marker
                                + " inside a synchronized block: the lock cannot be held while the method is suspended; end"
                                + " the block before the suspension point");
            }
        }
        suspendable.add(new SuspendableMethod(host, method, kind, suspendable.size()));
    }

    private static String article(Kind kind) {
        return kind.isAsyncGenerator() ? "an " : "a ";
    }

    private static String adviceFor(Kind kind, Marker marker) {
        if (kind.isAsyncGenerator()) {
            return ": its values go to who awaits them; write AsyncGenerator." + marker.method()
                    + " here, or let the method return Generator";
        }
        if (kind.isCoroutine()) {
            return ": a coroutine awaits, it does not yield; let the method return Generator to yield, or AsyncGenerator"
                    + " to do both";
        }
        return Marker.AWAIT == marker || Marker.SUSPEND == marker
                ? ": a generator yields, it does not await; let the method return Coroutine to await, or AsyncGenerator to"
                        + " do both"
                : ": a generator yields to who iterates; write Generator." + marker.method()
                        + " here, or let the method return AsyncGenerator";
    }

    /** A value boxed on the spot shows its type; any other object is unboxed at run time, as in Java. */
    private void checkYielded(MethodNode method, Kind kind, AbstractInsnNode yield) {
        MethodInsnNode boxing = Boxing.before(yield);
        Optional<Primitive> wanted = Primitive.of(kind);
        if (boxing != null && wanted.isPresent() && Boxing.widening(boxing, wanted.get()) == Boxing.IMPOSSIBLE) {
            String boxed = Boxing.boxed(boxing).getClassName();
            String type = wanted.get().type().getClassName();
            findings.add(
                    DiagnosticCode.YIELD_OF_OTHER_TYPE,
                    method,
                    yield,
                    "a value of type " + boxed + " is yielded where only " + type
                            + " can be: convert it, or let the method" + " return an Iterator");
        }
    }

    private void checkReferences(MethodNode method) {
        referencesOf(method)
                .forEach((insn, marker) -> findings.add(
                        DiagnosticCode.MARKER_AS_REFERENCE,
                        method,
                        insn,
                        marker + " cannot be a method reference: write a lambda whose functional interface returns "
                                + marker.returnTypes()));
    }

    /** {@code Generator::yield} is no call: there is no body around it that could suspend. */
    private static Map<AbstractInsnNode, Marker> referencesOf(MethodNode method) {
        Map<AbstractInsnNode, Marker> references = new LinkedHashMap<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof InvokeDynamicInsnNode indy) {
                for (Object argument : indy.bsmArgs) {
                    markerIn(argument).ifPresent(marker -> references.put(insn, marker));
                }
            } else if (insn instanceof LdcInsnNode ldc) {
                markerIn(ldc.cst).ifPresent(marker -> references.put(insn, marker));
            }
        }
        return references;
    }

    private static Optional<Marker> markerIn(Object constant) {
        return markerIn(constant, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** Dynamic constants may share others, so that there are far more ways to them than constants. */
    private static Optional<Marker> markerIn(Object constant, Set<Object> seen) {
        if (constant instanceof Handle handle) {
            return Marker.of(handle);
        }
        if (constant instanceof ConstantDynamic dynamic && seen.add(dynamic)) {
            for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                Optional<Marker> marker = markerIn(dynamic.getBootstrapMethodArgument(i), seen);
                if (marker.isPresent()) {
                    return marker;
                }
            }
        }
        return Optional.empty();
    }

    private void refuseEach(
            DiagnosticCode code, MethodNode method, List<AbstractInsnNode> markers, Function<Marker, String> message) {
        for (AbstractInsnNode insn : markers) {
            Marker marker = Marker.of(insn).orElseThrow();
            findings.add(code, method, insn, marker + message.apply(marker));
        }
    }

    private static List<AbstractInsnNode> markersOf(MethodNode method) {
        List<AbstractInsnNode> markers = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (Marker.of(insn).isPresent()) {
                markers.add(insn);
            }
        }
        return markers;
    }

    /** Compilers copy annotations to bridge methods (JDK-6695379), which only forward. */
    private static boolean isAnnotated(MethodNode method) {
        return !has(method, Opcodes.ACC_BRIDGE)
                && (hasSuspendable(method.visibleAnnotations) || hasSuspendable(method.invisibleAnnotations));
    }

    private static boolean hasSuspendable(List<AnnotationNode> annotations) {
        return annotations != null
                && annotations.stream().anyMatch(annotation -> annotation.desc.equals(RuntimeNames.SUSPENDABLE));
    }

    private static boolean has(MethodNode method, int flag) {
        return (method.access & flag) != 0;
    }
}
