package dev.fermata.tests.validation;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The compilers whose output is woven. */
public enum BatchCompiler {
    JAVAC {
        @Override
        public JavaCompiler tool() {
            return ToolProvider.getSystemJavaCompiler();
        }

        @Override
        boolean compile(List<String> arguments, StringWriter messages) {
            return com.sun.tools.javac.Main.compile(arguments.toArray(String[]::new), new PrintWriter(messages)) == 0;
        }
    },
    ECJ {
        @Override
        public JavaCompiler tool() {
            // javac is a service, too, and the first.
            return ServiceLoader.load(JavaCompiler.class).stream()
                    .filter(provider -> !provider.type().getModule().isNamed())
                    .findFirst()
                    .orElseThrow()
                    .get();
        }

        @Override
        boolean compile(List<String> arguments, StringWriter messages) {
            // Its tool ends the JVM when it is done.
            PrintWriter out = new PrintWriter(messages);
            return org.eclipse.jdt.core.compiler.batch.BatchCompiler.compile(
                    arguments.toArray(String[]::new), out, out, null);
        }
    };

    /** Targets of which ECJ 3.46 makes classes that no JVM verifies: uninitialised objects across loops and handlers. */
    Set<String> brokenClasses() {
        return this == ECJ ? Set.of("targets/NewAroundLoop", "targets/NewAroundTry") : Set.of();
    }

    /** The compiler behind the standard interface. */
    public abstract JavaCompiler tool();

    /** Runs it as on the command line; gives whether it succeeded. */
    abstract boolean compile(List<String> arguments, StringWriter messages);
}
