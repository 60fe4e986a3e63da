package dev.fermata.tests.random.run;

import dev.fermata.tests.validation.BlockingReading;
import dev.fermata.tests.validation.TargetLoader;
import dev.fermata.tests.validation.TargetMethod;
import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.WeaveResult;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Classes as a compiler made them, read as blocking code, and woven; one class with what it contains at a time. */
final class CompiledPrograms {
    private final SortedMap<String, byte[]> compiled;
    private final SortedMap<String, byte[]> woven;
    private final SortedMap<String, WeaveResult.Refused> refused = new TreeMap<>();
    private final TargetLoader blockingLoader;
    private final TargetLoader wovenLoader;
    private final Tally tally;

    CompiledPrograms(SortedMap<String, byte[]> compiled, boolean assertions, Weaving weaving, Tally tally) {
        this.compiled = compiled;
        this.tally = tally;
        woven = new TreeMap<>(compiled);
        SortedMap<String, byte[]> blocking = new TreeMap<>();
        compiled.forEach((name, classFile) -> {
            blocking.put(name, BlockingReading.of(classFile));
            weave(name, weaving.weave(classFile));
        });
        blockingLoader = new TargetLoader(blocking, assertions);
        wovenLoader = new TargetLoader(woven, assertions);
    }

    private void weave(String name, WeaveResult result) {
        if (result instanceof WeaveResult.Success success) {
            woven.put(success.name(), success.host());
            woven.putAll(success.frames());
        } else if (result instanceof WeaveResult.Refused refusal) {
            refused.put(name, refusal);
        }
    }

    /**
     * Verifies and runs the methods of one class.
     *
     * @throws CompilersFault if what its compiler made does not verify, or is too large to be woven
     */
    Optional<Failure> failureOf(String className) throws CompilersFault {
        String error = Verification.linkError(within(className, compiled).keySet(), blockingLoader);
        if (error != null) {
            throw new CompilersFault("not verified as compiled: " + error);
        }
        for (WeaveResult.Refused refusal : within(className, refused).values()) {
            if (refusal.errors().stream().anyMatch(found -> found.code() == DiagnosticCode.METHOD_TOO_LARGE)) {
                throw new CompilersFault("too large, because compilers copy finally blocks: " + refusal.errors());
            }
            return Optional.of(
                    new Failure(Failure.Sort.REFUSED, refusal.errors().toString()));
        }
        return verify(className).or(() -> compare(className));
    }

    private Optional<Failure> verify(String className) {
        SortedMap<String, byte[]> classFiles = within(className, woven);
        String linkError = Verification.linkError(classFiles.keySet(), wovenLoader);
        if (linkError != null) {
            return Optional.of(new Failure(Failure.Sort.NOT_VERIFIED, linkError));
        }
        return Optional.ofNullable(Verification.unsoundness(compiled, classFiles, wovenLoader))
                .map(report -> new Failure(Failure.Sort.NOT_SOUND, report));
    }

    private Optional<Failure> compare(String className) {
        SortedMap<String, byte[]> classFiles = within(className, compiled);
        classFiles.values().forEach(classFile -> tally.woven(SuspensionPoints.in(classFile)));
        for (TargetMethod method : TargetMethod.in(classFiles.values())) {
            tally.compared();
            Failure failure = new Comparison(method, blockingLoader, wovenLoader, tally).run();
            if (failure != null) {
                return Optional.of(failure);
            }
        }
        return Optional.empty();
    }

    /** A class and what is nested in it or generated for it, all of which goes by its name and a dollar. */
    private static <T> SortedMap<String, T> within(String className, SortedMap<String, T> all) {
        String name = "targets/" + className;
        SortedMap<String, T> within = new TreeMap<>(all.subMap(name + "$", name + "%"));
        if (all.containsKey(name)) {
            within.put(name, all.get(name));
        }
        return within;
    }
}
