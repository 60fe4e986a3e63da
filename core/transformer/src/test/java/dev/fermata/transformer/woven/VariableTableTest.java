package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** The table of variables against what the verifier knows of the slots. */
class VariableTableTest {
    private static final String HOST = """
            import dev.fermata.*;
            import java.util.*;
            class Host {
                @Suspendable
                static Generator<Object, Object, Object> many(int n, String dead, List<String> names) {
                    long sum = n;
                    for (String name : names) {
                        double weight = name.length();
                        Generator.yield(weight);
                        sum += (long) weight;
                        try {
                            Object sent = Generator.yield(sum);
                            if (sent != null) {
                                String text = sent.toString();
                                Generator.yield(text);
                            }
                        } catch (IllegalStateException e) {
                            Generator.yield(e);
                        }
                    }
                    int late = names.size();
                    Generator.yield(late);
                    return Generator.returning(late + sum);
                }
            }
            """;

    private final MethodNode body = body();

    private static MethodNode body() {
        ClassNode host = new ClassNode();
        new ClassReader(Classes.compile(HOST).woven().get("Host")).accept(host, ClassReader.EXPAND_FRAMES);
        return host.methods.stream()
                .filter(method -> method.name.equals("lambda$many$co0"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("H1")
    void a_slot_holds_a_value_of_the_right_size_wherever_the_table_names_it() {
        List<String> wrong = new ArrayList<>();
        AnalyzerAdapter tracker = new Tracker(body);
        for (AbstractInsnNode insn : body.instructions) {
            if (insn.getOpcode() >= 0) {
                for (LocalVariableNode variable : variablesAt(insn)) {
                    if (!fits(variable, tracker.locals)) {
                        wrong.add(variable.name + " at " + body.instructions.indexOf(insn) + ": " + tracker.locals);
                    }
                }
            }
            insn.accept(tracker);
        }
        assertEquals(List.of(), wrong);
    }

    private static boolean fits(LocalVariableNode variable, List<Object> locals) {
        Object type = locals != null && variable.index < locals.size() ? locals.get(variable.index) : Opcodes.TOP;
        return switch (variable.desc) {
            case "I" -> type == Opcodes.INTEGER;
            case "J" -> type == Opcodes.LONG;
            case "D" -> type == Opcodes.DOUBLE;
            default -> type instanceof String || type == Opcodes.NULL;
        };
    }

    private List<LocalVariableNode> variablesAt(AbstractInsnNode insn) {
        int at = body.instructions.indexOf(insn);
        return body.localVariables.stream()
                .filter(variable ->
                        body.instructions.indexOf(variable.start) <= at && at < body.instructions.indexOf(variable.end))
                .toList();
    }

    @Test
    @Tag("H1")
    void every_variable_is_named_somewhere() {
        Set<String> names = new TreeSet<>();
        body.localVariables.forEach(variable -> names.add(variable.name));
        assertTrue(
                names.containsAll(Set.of("n", "sum", "names", "name", "weight", "sent", "text", "e", "late")),
                names::toString);
    }

    /** Nothing but a constructor: ASM refuses subclasses that use the public one. */
    private static final class Tracker extends AnalyzerAdapter {
        Tracker(MethodNode method) {
            super(Opcodes.ASM9, "Host", method.access, method.name, method.desc, null);
        }
    }
}
