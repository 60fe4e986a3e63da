package dev.fermata.transformer;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** Tells whether a class may be serializable, without loading what it extends: unless that is known, it may. */
final class SerialVersion {
    /** Interfaces that suspendable classes often implement and that are known not to extend Serializable. */
    private static final Set<String> NOT_SERIALIZABLE = Set.of(
            "java/lang/Runnable",
            "java/lang/AutoCloseable",
            "java/io/Closeable",
            "java/lang/Iterable",
            "java/lang/Comparable",
            "java/lang/CharSequence",
            "java/util/Iterator",
            "java/util/Comparator",
            "java/util/concurrent/Callable",
            "java/util/concurrent/Flow$Publisher",
            "java/util/concurrent/Flow$Subscriber",
            "dev/fermata/Awaitable",
            "dev/fermata/Delegate");

    private SerialVersion() {}

    /** Enums and records have a fixed serial version, interfaces none, and {@code Object} is not serializable. */
    static boolean mayMatter(ClassNode host) {
        int fixed = Opcodes.ACC_INTERFACE | Opcodes.ACC_ENUM | Opcodes.ACC_RECORD;
        boolean isRoot = host.superName == null;
        if (isRoot || (host.access & fixed) != 0 || host.superName.equals("java/lang/Record")) {
            return false;
        }
        return !host.superName.equals(RuntimeNames.OBJECT)
                || !host.interfaces.stream().allMatch(SerialVersion::isKnownNot);
    }

    private static boolean isKnownNot(String name) {
        return NOT_SERIALIZABLE.contains(name) || name.startsWith("java/util/function/");
    }
}
