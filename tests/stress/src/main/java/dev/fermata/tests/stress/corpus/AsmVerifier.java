package dev.fermata.tests.stress.corpus;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.SimpleVerifier;
import org.objectweb.asm.util.CheckClassAdapter;

/** ASM's opinion of a class: its structure, and the data flow of each method. */
final class AsmVerifier {
    private AsmVerifier() {}

    /**
     * Checks a class that has been changed.
     *
     * @param loader knows the classes that it mentions; one that is missing is taken to fit
     * @param original the class as it came, null for a new one
     * @return what is wrong and was not wrong before
     */
    static List<String> newProblemsOf(byte[] classFile, ClassLoader loader, byte[] original) {
        List<String> problems = problemsOf(classFile, loader);
        if (!problems.isEmpty() && original != null) {
            problems.removeAll(problemsOf(original, loader));
        }
        return problems;
    }

    private static List<String> problemsOf(byte[] classFile, ClassLoader loader) {
        ClassNode node = new ClassNode(Opcodes.ASM9);
        List<String> problems = new ArrayList<>();
        try {
            new ClassReader(classFile).accept(new CheckClassAdapter(Opcodes.ASM9, node, false) {}, 0);
        } catch (RuntimeException e) {
            problems.add(e.toString());
            return problems;
        }
        for (MethodNode method : node.methods) {
            try {
                new Analyzer<>(new TolerantVerifier(node, loader)).analyze(node.name, method);
            } catch (AnalyzerException | RuntimeException e) {
                problems.add(method.name + method.desc + ": " + e);
            }
        }
        return problems;
    }

    /** Optional dependencies need not be there. */
    private static final class TolerantVerifier extends SimpleVerifier {
        TolerantVerifier(ClassNode host, ClassLoader loader) {
            super(
                    Opcodes.ASM9,
                    Type.getObjectType(host.name),
                    host.superName == null ? null : Type.getObjectType(host.superName),
                    host.interfaces.stream().map(Type::getObjectType).toList(),
                    (host.access & Opcodes.ACC_INTERFACE) != 0);
            setClassLoader(loader);
        }

        @Override
        protected boolean isInterface(Type type) {
            try {
                return super.isInterface(type);
            } catch (TypeNotPresentException | LinkageError missing) {
                return true;
            }
        }

        @Override
        protected Type getSuperClass(Type type) {
            try {
                return super.getSuperClass(type);
            } catch (TypeNotPresentException | LinkageError missing) {
                return Type.getType(Object.class);
            }
        }

        @Override
        protected boolean isAssignableFrom(Type target, Type source) {
            try {
                return super.isAssignableFrom(target, source);
            } catch (TypeNotPresentException | LinkageError missing) {
                return true;
            }
        }
    }
}
