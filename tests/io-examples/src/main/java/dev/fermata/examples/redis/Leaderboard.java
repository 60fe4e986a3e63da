package dev.fermata.examples.redis;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.tasks.Tasks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the score of many games in Redis, and says who leads.
 *
 * <pre>
 * redis-server --port 6379
 * mvn -q -Pexample package -Dexample=redis.Leaderboard -Darguments=6379
 * </pre>
 */
public final class Leaderboard {
    private static final List<String> PLAYERS = List.of("ann", "bob", "eve", "joe");

    private Leaderboard() {}

    @Suspendable
    static Coroutine<List<String>> leaders(int port, int games) throws IOException {
        try (RedisClient redis = await(RedisClient.connect("localhost", port))) {
            await(redis.send("DEL", "scores"));
            List<Deferred<Double>> scores = new ArrayList<>();
            for (int game = 0; game < games; game++) {
                String player = PLAYERS.get(game * game % PLAYERS.size());
                scores.add(redis.send("ZINCRBY", "scores", Integer.toString(game), player)); // does not wait
            }
            await(Tasks.gather(scores));
            return Coroutine.of(await(redis.send("ZREVRANGE", "scores", "0", "1")));
        }
    }

    /**
     * Prints who leads.
     *
     * @param arguments the port of Redis
     * @throws IOException if it is not there
     */
    public static void main(String... arguments) throws IOException {
        System.out.println(EventLoop.run(leaders(Integer.parseInt(arguments[0]), 1000)));
    }
}
