package dev.fermata.transformer;

import dev.fermata.transformer.emit.CodeSize;
import dev.fermata.transformer.lint.Lint;
import dev.fermata.transformer.lowering.UnsupportedBytecodeException;
import dev.fermata.transformer.validation.ClassValidator;
import dev.fermata.transformer.validation.Findings;
import dev.fermata.transformer.validation.InputVerifier;
import dev.fermata.transformer.validation.Subroutines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/** Weaves one class that has been read. */
final class ClassWeaver {
    private final ClassFile file;
    private final ClassReader reader;
    private final ClassNode host = new ClassNode(RuntimeNames.ASM);
    private final Findings findings;
    private final Keep keep;

    private final Map<String, MethodNode> stubs = new HashMap<>();
    private final List<MethodNode> bodies = new ArrayList<>();

    /** What to show; null if nobody looks, so that facts and plan of a method can go when it is done. */
    private final List<WovenMethod> methods;

    /** Where the bodies end, by original method. */
    private final Map<MethodNode, LabelNode> ends = new LinkedHashMap<>();

    private final SortedMap<String, byte[]> frames = new TreeMap<>();

    ClassWeaver(ClassFile file, ClassReader reader, DiagnosticPolicy policy, Keep keep, List<WovenMethod> methods) {
        this.keep = keep;
        this.methods = methods;
        this.file = file;
        this.reader = reader;
        reader.accept(host, ClassReader.EXPAND_FRAMES);
        findings = new Findings(host, policy);
    }

    WeaveResult weave() {
        Earlier earlier = Earlier.of(host);
        List<SuspendableMethod> targets = ClassValidator.validate(host, findings);
        if (earlier == Earlier.SAME_FORMAT && !findings.hasErrors() && hasNoMarkers()) {
            return new WeaveResult.Untouched();
        }
        earlier.report(findings);
        reportVersion(targets);
        if (earlier == Earlier.NOT_WOVEN) {
            Lint.check(host, targets, findings);
        }
        if (!findings.hasErrors()) {
            if (targets.isEmpty()) {
                return new WeaveResult.Untouched(findings.diagnostics());
            }
            targets.forEach(this::weave);
        }
        return findings.hasErrors() ? refused() : written();
    }

    private void weave(SuspendableMethod target) {
        MethodNode method = target.method();
        String key = method.name + method.desc;
        try {
            Subroutines.refuse(method);
            WovenMethod woven = MethodWeaver.weave(target, keep);
            CodeSize.check(method, woven.body(), findings);
            ends.put(method, CodeSize.markEnd(woven.body()));
            stubs.put(key, woven.stub());
            bodies.add(woven.body());
            if (methods != null) {
                methods.add(woven);
            }
            frames.put(woven.names().frame(), file.restoreVersion(woven.frameClass()));
        } catch (UnsupportedBytecodeException e) {
            findings.add(DiagnosticCode.UNSUPPORTED_BYTECODE, method, e.insn(), e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            if (!blamesInput(method)) {
                findings.add(DiagnosticCode.INTERNAL_ERROR, method, TransformerFault.describe(e));
            }
        }
    }

    /** Class files that only look like ones lead the transformer astray; that is no fault of its own. */
    private boolean blamesInput(MethodNode method) {
        Optional<String> complaint = InputVerifier.complaint(host.name, asRead(method));
        complaint.ifPresent(text -> findings.add(
                DiagnosticCode.UNSUPPORTED_BYTECODE,
                method,
                "the code of this method is broken (" + text
                        + "), and the JVM would not verify it: delete the class file and compile it anew; if another tool"
                        + " has changed it, let that tool run later or look for its fault"));
        return complaint.isPresent();
    }

    /** The method before the lowerings have changed it. */
    private MethodNode asRead(MethodNode changed) {
        ClassNode again = new ClassNode(RuntimeNames.ASM);
        reader.accept(again, ClassReader.EXPAND_FRAMES);
        return again.methods.get(host.methods.indexOf(changed));
    }

    private WeaveResult written() {
        try {
            byte[] bytes = MemberReplacer.weave(reader, host, stubs, bodies, new ArrayList<>(frames.keySet()));
            ends.forEach((method, end) -> CodeSize.report(method, end, findings));
            if (!findings.hasErrors()) {
                return new WeaveResult.Success(host.name, file.restoreVersion(bytes), frames, findings.diagnostics());
            }
        } catch (MethodTooLargeException e) {
            CodeSize.reportTooLarge(host, e, findings);
        } catch (ClassTooLargeException e) {
            CodeSize.reportTooManyConstants(findings);
        } catch (RuntimeException e) {
            boolean isInput = false;
            for (MethodNode method : host.methods) {
                isInput |= blamesInput(method); // a class with long jumps is written by reading all of it once more
            }
            if (!isInput) {
                findings.add(DiagnosticCode.INTERNAL_ERROR, TransformerFault.describe(e));
            }
        }
        return refused();
    }

    private WeaveResult refused() {
        return new WeaveResult.Refused(findings.diagnostics(), poisoned());
    }

    private byte[] poisoned() {
        try {
            return file.restoreVersion(Poison.apply(reader, findings.diagnostics()));
        } catch (ClassTooLargeException e) {
            return null; // not even room for a message; the markers themselves throw one
        }
    }

    private boolean hasNoMarkers() {
        return host.methods.stream().noneMatch(ClassValidator::hasMarkers);
    }

    private void reportVersion(List<SuspendableMethod> targets) {
        if (targets.isEmpty()) {
            return;
        }
        if (file.isTooOld()) {
            findings.add(
                    DiagnosticCode.CLASS_TOO_OLD,
                    "class file version " + file.major()
                            + " is too old to weave: compile with release 8 or later (version 52)");
        } else if (file.isNewerThanKnown()) {
            findings.add(
                    DiagnosticCode.CLASS_NEWER_THAN_KNOWN,
                    "class file version " + file.major()
                            + " is newer than this version of Fermata knows: update Fermata, or compile with a lower release if"
                            + " anything looks wrong");
        }
    }
}
