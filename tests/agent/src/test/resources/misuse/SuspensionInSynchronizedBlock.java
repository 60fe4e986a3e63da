package misuse;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;

/** Of the three only the one inside the block is wrong. */
public final class SuspensionInSynchronizedBlock {
    @Suspendable
    public static Coroutine<Integer> misuse() {
        int sum = await(Coroutine.of(1));
        synchronized (SuspensionInSynchronizedBlock.class) {
            sum += await(Coroutine.of(2)); // FERMATA-013 misuse(): Coroutine.await inside a synchronized block: the lock cannot be held while the method is suspended; end the block before the suspension point
        }
        return Coroutine.of(sum + await(Coroutine.of(3)));
    }

    public static String bystander() {
        return "unharmed";
    }
}
