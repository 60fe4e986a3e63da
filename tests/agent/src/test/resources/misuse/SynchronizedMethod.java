package misuse;

import dev.fermata.Generator;
import dev.fermata.Suspendable;

/** The lock would be gone before the body runs. */
public final class SynchronizedMethod {
    @Suspendable
    public static synchronized Generator<Integer, Void, Void> misuse() {
        Generator.yield(1); // FERMATA-005 misuse(): a synchronized method would hold its lock only while the call returns, not while the body runs: drop 'synchronized' and guard the state inside, without suspending under a lock
        return null;
    }

    public static String bystander() {
        return "unharmed";
    }
}
