package dev.fermata.examples.redis;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What {@link Leaderboard} does, by a library that gives futures: they are awaited as they are.
 *
 * <pre>
 * redis-server --port 6379
 * mvn -q -Pexample package -Dexample=redis.LettuceLeaderboard -Darguments=6379
 * </pre>
 */
public final class LettuceLeaderboard {
    private static final List<String> PLAYERS = List.of("ann", "bob", "eve", "joe");

    private LettuceLeaderboard() {}

    @Suspendable
    static Coroutine<List<String>> leaders(int port, int games) {
        RedisClient client = RedisClient.create();
        try {
            RedisURI server = RedisURI.create("localhost", port);
            StatefulRedisConnection<String, String> connection =
                    await(client.connectAsync(StringCodec.UTF8, server).toCompletableFuture());
            RedisAsyncCommands<String, String> redis = connection.async();
            await(redis.del("scores").toCompletableFuture());
            List<CompletableFuture<Double>> scores = new ArrayList<>();
            for (int game = 0; game < games; game++) {
                String player = PLAYERS.get(game * game % PLAYERS.size());
                scores.add(redis.zincrby("scores", game, player).toCompletableFuture());
            }
            await(CompletableFuture.allOf(scores.toArray(CompletableFuture[]::new)));
            return Coroutine.of(await(redis.zrevrange("scores", 0, 1).toCompletableFuture()));
        } finally {
            await(client.shutdownAsync());
        }
    }

    /**
     * Prints who leads.
     *
     * @param arguments the port of Redis
     */
    public static void main(String... arguments) {
        System.out.println(EventLoop.run(leaders(Integer.parseInt(arguments[0]), 1000)));
    }
}
