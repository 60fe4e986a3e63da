package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.testkit.TestLoop;
import java.time.Duration;

/** Tutorial, step 10: a test in virtual time. */
final class PriceTest {
    // region test
    void a_slow_shop_costs_our_patience_and_no_more(TestLoop loop) {
        TeaShop snail = TeaShop.open("Snail", 3_600_000, 10);
        String answer = loop.run(() -> PriceTimeout.quote(snail));
        check(answer.equals("Snail does not answer"));
        check(loop.elapsed().equals(PriceTimeout.PATIENCE));
    }

    void a_day_of_asking_takes_a_day(TestLoop loop) {
        TeaShop hourly = TeaShop.open("Hourly", 3_600_000, 100);
        loop.run(() -> {
            for (int hour = 0; hour < 24; hour++) {
                await(hourly.ask());
            }
            return null;
        });
        check(loop.elapsed().equals(Duration.ofDays(1)));
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new AssertionError();
        }
    }

    public static void main(String[] arguments) {
        try (TestLoop loop = TestLoop.open()) {
            new PriceTest().a_slow_shop_costs_our_patience_and_no_more(loop);
            System.out.println("waited " + loop.elapsed().toMillis() + " ms");
        }
        try (TestLoop loop = TestLoop.open()) {
            new PriceTest().a_day_of_asking_takes_a_day(loop);
            System.out.println("waited " + loop.elapsed().toHours() + " hours");
        }
    }
    // endregion
}
