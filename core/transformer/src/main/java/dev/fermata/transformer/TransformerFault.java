package dev.fermata.transformer;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Describes a fault of the transformer so that it can be reported. */
final class TransformerFault {
    private TransformerFault() {}

    static String describe(Throwable fault) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace, true));
        return "Fermata failed to weave this; please report it with the class file. " + trace;
    }
}
