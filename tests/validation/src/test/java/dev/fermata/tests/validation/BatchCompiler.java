package dev.fermata.tests.validation;

import java.util.ServiceLoader;
import javax.tools.JavaCompiler;
import javax.tools.Tool;
import javax.tools.ToolProvider;

/** The compilers whose output is woven. */
enum BatchCompiler {
    JAVAC {
        @Override
        Tool tool() {
            return ToolProvider.getSystemJavaCompiler();
        }
    },
    ECJ {
        @Override
        Tool tool() {
            return ServiceLoader.load(JavaCompiler.class).findFirst().orElseThrow();
        }
    };

    abstract Tool tool();
}
