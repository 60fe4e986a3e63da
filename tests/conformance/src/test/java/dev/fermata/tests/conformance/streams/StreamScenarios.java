package dev.fermata.tests.conformance.streams;

import static dev.fermata.Coroutine.await;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.SuppressDiagnostics;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.LoopScenarios;
import java.nio.charset.StandardCharsets;

/** What scenarios with bytes have in common. */
abstract class StreamScenarios extends LoopScenarios {
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Bytes as they stand in a trace. */
    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }

    /** As {@link #attemptAwaiting}, for bytes. */
    @Suspendable
    @SuppressDiagnostics("FERMATA-022") // a cancellation is to stand in the trace
    final Coroutine<Void> attemptReading(String label, Awaitable<byte[]> read) {
        byte[] value;
        try {
            value = await(read);
        } catch (Throwable error) {
            log(label, "!!", error);
            return null;
        }
        log(label, "->", text(value));
        return null;
    }
}
