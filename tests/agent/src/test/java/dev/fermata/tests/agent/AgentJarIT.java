package dev.fermata.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.transformer.Weaver;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What is in the jar and what is not. */
final class AgentJarIT {
    private static final String SHADED = "dev/fermata/agent/shaded/";
    private static final String SHADED_TRANSFORMER = SHADED + "transformer/";

    /** They run in a JVM of their own. */
    private static final String COMMANDS = "dev/fermata/agent/command/";

    private static final String MAIN = "dev/fermata/agent/Main.class";

    private JarFile jar;

    @BeforeEach
    void open() throws IOException {
        jar = new JarFile(Artifacts.agentJar().toFile());
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    @Test
    @Tag("I12")
    void holds_the_agent_and_what_it_needs_and_nothing_of_the_runtime() {
        for (String name : names("")) {
            assertTrue(name.startsWith("META-INF/") || name.startsWith("dev/fermata/agent/"), name);
        }
        assertEquals(List.of("META-INF/LICENSE-ASM.txt", "META-INF/MANIFEST.MF"), names("META-INF/"));
        assertTrue(names(SHADED_TRANSFORMER).contains(SHADED_TRANSFORMER + "Weaver.class"));
        assertTrue(names(SHADED).contains(SHADED + "asm/ClassReader.class"));
    }

    @Test
    void declares_what_the_jvm_asks_for() throws IOException {
        Attributes manifest = jar.getManifest().getMainAttributes();
        assertEquals("dev.fermata.agent.Agent", manifest.getValue("Premain-Class"));
        assertEquals("dev.fermata.agent.Agent", manifest.getValue("Agent-Class"));
        assertEquals("dev.fermata.agent.Main", manifest.getValue("Main-Class"));
        assertEquals("true", manifest.getValue("Can-Retransform-Classes"));
    }

    @Test
    @Tag("J11")
    void renaming_has_not_changed_the_names_that_the_transformer_weaves_in() throws IOException {
        int compared = 0;
        for (String name : names(SHADED_TRANSFORMER)) {
            if (!name.endsWith(".class")) {
                continue; // what explain's page is made of
            }
            String original = "dev/fermata/transformer/" + name.substring(SHADED_TRANSFORMER.length());
            if (!name.endsWith(".class")) {
                continue;
            }
            try (InputStream in = Weaver.class.getClassLoader().getResourceAsStream(original)) {
                assertEquals(stringsIn(read(in)), stringsIn(read(jar.getInputStream(jar.getEntry(name)))), name);
                compared++;
            }
        }
        assertTrue(compared > 20, compared + " classes compared");
    }

    @Test
    void holds_what_the_command_explain_needs_besides_classes() {
        assertEquals(
                List.of(SHADED_TRANSFORMER + "explain/page.css", SHADED_TRANSFORMER + "explain/page.js"),
                names(SHADED_TRANSFORMER).stream()
                        .filter(name -> !name.endsWith(".class"))
                        .toList());
        assertTrue(names(SHADED).contains(SHADED + "asm/util/Textifier.class"));
        assertFalse(names(SHADED).contains(SHADED + "asm/util/CheckClassAdapter.class"), "nothing needs it");
    }

    @Test
    @Tag("I2")
    void the_agents_own_code_links_nothing_dynamically() throws IOException {
        for (String name : names("dev/fermata/agent/")) {
            if (!name.startsWith(SHADED) && !name.startsWith(COMMANDS) && !name.equals(MAIN)) {
                assertFalse(hasInvokeDynamic(read(jar.getInputStream(jar.getEntry(name)))), name);
            }
        }
    }

    private List<String> names(String prefix) {
        return jar.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(prefix))
                .map(JarEntry::getName)
                .sorted()
                .collect(Collectors.toList());
    }

    private static ClassNode read(InputStream in) throws IOException {
        ClassNode node = new ClassNode();
        new ClassReader(in).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return node;
    }

    private static Set<String> stringsIn(ClassNode node) {
        Set<String> strings = new TreeSet<>();
        for (FieldNode field : node.fields) {
            addIfString(field.value, strings);
        }
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode insn : method.instructions) {
                if (insn instanceof LdcInsnNode ldc) {
                    addIfString(ldc.cst, strings);
                } else if (insn instanceof InvokeDynamicInsnNode indy) {
                    for (Object argument : indy.bsmArgs) {
                        addIfString(argument, strings);
                    }
                }
            }
        }
        return strings;
    }

    private static void addIfString(Object constant, Set<String> strings) {
        if (constant instanceof String text) {
            strings.add(text);
        }
    }

    private static boolean hasInvokeDynamic(ClassNode node) {
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode insn : method.instructions) {
                if (insn.getOpcode() == Opcodes.INVOKEDYNAMIC
                        || insn instanceof LdcInsnNode ldc && ldc.cst instanceof ConstantDynamic) {
                    return true;
                }
            }
        }
        return false;
    }
}
