package demo;

import static RUNTIME.Coroutine.await;

import RUNTIME.Coroutine;
import RUNTIME.Suspendable;

/** The example of the page on coverage. */
final class Sample {
    private Sample() {}

    @Suspendable
    static Coroutine<String> order(int id) {
        String item = await(Drive.later("tea"));
        int stock = await(Drive.now(5));
        if (stock < id) {
            item = await(Drive.later("coffee"));
        }
        try {
            await(Drive.failingLater());
        } catch (IllegalStateException e) {
            item += " (late)";
        }
        return stock == 0 ? null : Coroutine.of(item);
    }
}
