package dev.fermata.tests.random.run;

import dev.fermata.tests.validation.TargetLoader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/** Has class files verified, by the JVM and by ASM. */
final class Verification {
    private Verification() {}

    /** What the JVM's verifier says; null if it is content. */
    static String linkError(Set<String> names, TargetLoader loader) {
        for (String name : names) {
            try {
                Class.forName(name.replace('/', '.'), true, loader).getDeclaredMethods();
            } catch (LinkageError e) {
                return name + ": " + e;
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
        return null;
    }

    /** What ASM's data flow analysis says of classes that have been changed; null if it is content. */
    static String unsoundness(Map<String, byte[]> before, Map<String, byte[]> after, TargetLoader loader) {
        for (Map.Entry<String, byte[]> entry : after.entrySet()) {
            if (entry.getValue() != before.get(entry.getKey())) {
                StringWriter report = new StringWriter();
                CheckClassAdapter.verify(new ClassReader(entry.getValue()), loader, false, new PrintWriter(report));
                if (!report.toString().isEmpty()) {
                    return entry.getKey() + ": " + report;
                }
            }
        }
        return null;
    }
}
