package dev.fermata.tests.validation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BatchCompilerTest {
    @Test
    void the_compilers_are_what_they_are_called() {
        for (BatchCompiler compiler : BatchCompiler.values()) {
            String type = compiler.tool().getClass().getName();
            String vendor = compiler == BatchCompiler.JAVAC ? "com.sun." : "org.eclipse.";
            assertTrue(type.startsWith(vendor), compiler + " is " + type);
        }
    }
}
