package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeAnnotationNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Type annotations inside methods: they name instructions, variables and entries of the exception table. */
class CodeAnnotationsTest {
    private static final String HOST = """
            import dev.fermata.*;
            import java.lang.annotation.*;
            class Host {
                @Target(ElementType.TYPE_USE) @Retention(RetentionPolicy.RUNTIME) @interface Note { int value(); }

                @Suspendable
                static Generator<Object, Object, Object> run(Object given) {
                    @Note(1) String local = "local";
                    try {
                        Generator.yield(new @Note(2) StringBuilder(local));
                        Object sent = Generator.yield((@Note(3) CharSequence) given);
                        Generator.yield(sent instanceof @Note(4) String);
                    } catch (@Note(5) IllegalStateException e) {
                        Generator.yield(e);
                    } catch (@Note(6) IllegalArgumentException e) {
                        Generator.yield(local);
                    }
                    return null;
                }
            }
            """;

    private final Classes woven = Classes.compile(HOST).woven();

    private MethodNode body() {
        ClassNode host = new ClassNode();
        new ClassReader(woven.get("Host")).accept(host, 0);
        return host.methods.stream()
                .filter(method -> method.name.equals("lambda$run$co0"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("H8")
    void annotated_instructions_stay_annotated() {
        List<String> found = new ArrayList<>();
        for (AbstractInsnNode insn : body().instructions) {
            for (int note : notes(insn.visibleTypeAnnotations)) {
                found.add(note + " " + ((TypeInsnNode) insn).desc);
            }
        }
        Collections.sort(found);
        assertEquals(List.of("2 java/lang/StringBuilder", "3 java/lang/CharSequence", "4 java/lang/String"), found);
    }

    @Test
    @Tag("H8")
    void annotations_of_handlers_follow_their_handlers_through_the_cut_table() {
        int pieces = 0;
        for (TryCatchBlockNode block : body().tryCatchBlocks) {
            if (block.type != null) {
                int expected = block.type.equals("java/lang/IllegalStateException") ? 5 : 6;
                assertEquals(List.of(expected), notes(block.visibleTypeAnnotations), block.type);
                pieces++;
            }
        }
        assertEquals(true, pieces > 2, "pieces: " + pieces);
    }

    @Test
    @Tag("H8")
    void annotations_of_variables_are_kept_and_the_code_runs() throws Exception {
        assertEquals(false, body().visibleLocalVariableAnnotations.isEmpty());
        assertEquals(
                "[local, given, false]",
                Loader.drain(new Loader(woven).call("Host", "run", "given")).toString());
    }

    private static List<Integer> notes(List<TypeAnnotationNode> annotations) {
        List<Integer> notes = new ArrayList<>();
        if (annotations != null) {
            annotations.forEach(annotation -> notes.add((Integer) annotation.values.get(1)));
        }
        return notes;
    }
}
