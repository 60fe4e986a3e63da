package dev.fermata.transformer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** Which classes must declare the serial version that they had before. */
class WhereSerialVersionsMatterTest {
    @Test
    void a_class_that_extends_something_unknown_may_be_serializable() {
        assertTrue(SerialVersion.mayMatter(host("demo/Host", "demo/Base")));
        assertTrue(SerialVersion.mayMatter(host("demo/Host", "java/lang/Object", "demo/Unknown")));
    }

    @Test
    void a_class_of_known_interfaces_is_not() {
        assertFalse(SerialVersion.mayMatter(host("demo/Host", "java/lang/Object", "java/lang/Runnable")));
        assertFalse(SerialVersion.mayMatter(host("demo/Host", "java/lang/Record")));
    }

    @Test
    void the_class_without_a_super_class_is_not() {
        assertFalse(SerialVersion.mayMatter(host("java/lang/Object", null)));
    }

    private static ClassNode host(String name, String superName, String... interfaces) {
        ClassNode host = new ClassNode();
        host.visit(Opcodes.V17, Opcodes.ACC_SUPER, name, null, superName, interfaces);
        return host;
    }
}
