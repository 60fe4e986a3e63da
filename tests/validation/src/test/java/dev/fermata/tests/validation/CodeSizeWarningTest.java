package dev.fermata.tests.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.tests.validation.woven.RawClass;
import dev.fermata.tests.validation.woven.WovenMethod;
import dev.fermata.transformer.Diagnostic;
import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** HotSpot interprets methods of more than 8000 bytes for ever; there is a warning for each of these, and for no other. */
@EveryCompilation
@Tag("F2")
class CodeSizeWarningTest {
    private static final int HUGE_METHOD_LIMIT = 8000;

    private final CompiledTargets targets;

    CodeSizeWarningTest(Compilation compilation) {
        this.targets = CompiledTargets.by(compilation);
    }

    @Test
    void what_the_jit_does_not_compile_is_warned_of() {
        Set<String> tooLong = new TreeSet<>();
        Set<String> warnedOf = new TreeSet<>();
        Weaver weaver = new Weaver();
        targets.inputs().forEach((name, bytes) -> {
            if (weaver.weave(bytes) instanceof WeaveResult.Success success) {
                tooLong.addAll(tooLong(bytes, success));
                warnedOf.addAll(warnedOf(name, success));
            }
        });
        assertEquals(tooLong, warnedOf);
    }

    private static Set<String> tooLong(byte[] input, WeaveResult.Success success) {
        RawClass host = new RawClass(success.host());
        return WovenMethod.of(input, success.host(), Map.copyOf(success.frames())).stream()
                .filter(method -> host.codeLength(method.body().name + method.body().desc) > HUGE_METHOD_LIMIT)
                .map(method -> method.host().name + "." + method.original().name)
                .collect(Collectors.toSet());
    }

    private static Set<String> warnedOf(String host, WeaveResult.Success success) {
        return success.warnings().stream()
                .filter(warning -> warning.code() == DiagnosticCode.METHOD_NOT_COMPILED)
                .map((Diagnostic warning) -> host + "." + warning.method().replaceFirst("\\(.*", ""))
                .collect(Collectors.toSet());
    }
}
