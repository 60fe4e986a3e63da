package dev.fermata.tests.validation;

import dev.fermata.transformer.DiagnosticPolicy;
import dev.fermata.transformer.Keep;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The targets as one compiler made it: plain, read as blocking code, and woven. */
final class CompiledTargets {
    private static final Map<Compilation, CompiledTargets> ALL = new ConcurrentHashMap<>();

    private final Compilation compilation;
    private final SortedMap<String, byte[]> inputs;
    private final SortedMap<String, byte[]> blocking = new TreeMap<>();
    private final SortedMap<String, byte[]> woven = new TreeMap<>();
    private final List<String> refusals = new ArrayList<>();
    private final TargetLoader blockingLoader;
    private final TargetLoader wovenLoader;

    private CompiledTargets(Compilation compilation) {
        this.compilation = compilation;
        this.inputs = compilation.classFiles();
        Weaver weaver = new Weaver();
        inputs.forEach((name, bytes) -> {
            blocking.put(name, BlockingReading.of(bytes));
            weave(weaver, name, bytes);
        });
        this.blockingLoader = freshBlocking();
        this.wovenLoader = freshWoven();
    }

    static CompiledTargets by(Compilation compilation) {
        return ALL.computeIfAbsent(compilation, CompiledTargets::new);
    }

    private void weave(Weaver weaver, String name, byte[] bytes) {
        WeaveResult result = weaver.weave(bytes);
        if (result instanceof WeaveResult.Success success) {
            woven.put(name, success.host());
            woven.putAll(success.frames());
        } else {
            woven.put(name, bytes);
            if (result instanceof WeaveResult.Refused refused) {
                refusals.add(name + ": " + refused.errors());
            }
        }
    }

    Compilation compilation() {
        return compilation;
    }

    /** What the compiler wrote, by internal name. */
    SortedMap<String, byte[]> inputs() {
        return inputs;
    }

    /** Hosts, frame classes and the classes that are not woven, by internal name. */
    SortedMap<String, byte[]> woven() {
        return woven;
    }

    /** Classes that the transformer has refused, and why. */
    List<String> refusals() {
        return refusals;
    }

    /** The methods to run. */
    List<TargetMethod> methods() {
        return TargetMethod.in(inputs.values());
    }

    TargetLoader blockingFor(TargetMethod method) {
        return method.needsSeparateClasses() ? freshBlocking() : blockingLoader;
    }

    TargetLoader wovenFor(TargetMethod method) {
        return method.needsSeparateClasses() ? freshWoven() : wovenLoader;
    }

    TargetLoader freshPlain() {
        return new TargetLoader(inputs, compilation.debug());
    }

    /** Assertions are on in half of the compilations, so that both sides of their condition are run. */
    private TargetLoader freshBlocking() {
        return new TargetLoader(blocking, compilation.debug());
    }

    TargetLoader freshWoven() {
        return new TargetLoader(woven, compilation.debug());
    }

    /** Woven with another choice of what is kept. */
    TargetLoader freshWoven(Keep keep) {
        Weaver weaver = new Weaver(DiagnosticPolicy.DEFAULT, keep);
        SortedMap<String, byte[]> classes = new TreeMap<>();
        inputs.forEach((name, bytes) -> {
            classes.put(name, bytes);
            if (weaver.weave(bytes) instanceof WeaveResult.Success success) {
                classes.put(name, success.host());
                classes.putAll(success.frames());
            }
        });
        return new TargetLoader(classes, compilation.debug());
    }
}
