package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.tasks.Tasks;
import dev.fermata.testkit.OrderError;
import dev.fermata.testkit.TestLoop;
import java.time.Duration;

/** Two tasks that lose an update in some orders. */
final class FindAnOrder {
    private FindAnOrder() {}

    // region program
    static final class Account {
        int balance;

        @Suspendable
        Coroutine<Void> add(int amount) {
            await(EventLoop.sleep(Duration.ZERO));
            balance += amount;
            return null;
        }

        @Suspendable
        Coroutine<Void> doubled() {
            await(EventLoop.sleep(Duration.ZERO));
            balance *= 2;
            return null;
        }
    }

    static void both_orders_give_the_same() {
        TestLoop.permuted(100, loop -> {
            Account account = new Account();
            await(Tasks.gather(account.add(10), account.doubled()));
            if (account.balance != 20) {
                throw new AssertionError("the balance is " + account.balance);
            }
            return null;
        });
    }
    // endregion

    // region run
    static void run() {
        try {
            both_orders_give_the_same();
        } catch (OrderError error) {
            System.out.println(error.getCause().getMessage());
        }
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        run();
    }
}
