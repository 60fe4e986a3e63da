package dev.fermata.examples.chat;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.net.Network;
import dev.fermata.io.net.Server;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Termination;
import dev.fermata.tasks.TaskGroup;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A room in which everybody hears what the others say. One thread has all of it, so nothing is locked.
 *
 * <pre>
 * mvn -q -Pexample package -Dexample=chat.ChatRoom -Darguments=7777
 * nc localhost 7777      (in several terminals)
 * </pre>
 */
public final class ChatRoom {
    private final Map<String, Member> members = new LinkedHashMap<>();

    /** What happens on a connection, from its beginning to its end. */
    @Suspendable
    Coroutine<Void> visit(Connection connection) throws IOException {
        String name = await(askName(connection));
        if (name == null) {
            return null;
        }
        Member member = new Member(connection.writer());
        member.hear("* here are " + members.keySet());
        members.put(name, member);
        tellOthers(name, "* " + name + " has come");
        try {
            await(TaskGroup.run(group -> {
                var delivery = group.fork("delivery to " + name, member.deliver());
                for (String line : connection.reader().lines()) {
                    tellOthers(name, name + ": " + line);
                    await(EventLoop.sleep(Duration.ZERO)); // a flood of lines lets others have their turn
                }
                delivery.cancel();
                return null;
            }));
        } finally {
            members.remove(name);
            tellOthers(name, "* " + name + " has gone");
        }
        return null;
    }

    /** Gives a name that nobody else has; null if the visitor has gone. */
    @Suspendable
    private Coroutine<String> askName(Connection connection) throws IOException {
        while (true) {
            connection.writer().write("Your name?\n");
            String name = new String(await(connection.reader().readLine()), StandardCharsets.UTF_8);
            if (name.isEmpty()) {
                return Coroutine.of(null);
            }
            name = name.strip();
            if (name.matches("\\w{1,20}") && !members.containsKey(name)) {
                return Coroutine.of(name);
            }
        }
    }

    private void tellOthers(String name, String line) {
        members.forEach((other, member) -> {
            if (!other.equals(name)) {
                member.hear(line);
            }
        });
    }

    @Suspendable
    private static Coroutine<Void> open(int port) throws IOException {
        try (Server server = Network.listen(new InetSocketAddress(port), new ChatRoom()::visit)) {
            System.out.println("chatting on port " + server.port());
            await(server.stopped());
        }
        return null;
    }

    /**
     * Keeps the room open until the process is asked to end, by Ctrl-C for instance.
     *
     * @param arguments the port; none for any that is free
     * @throws IOException if somebody else has the port
     */
    public static void main(String... arguments) throws IOException {
        Termination.run(open(arguments.length == 0 ? 0 : Integer.parseInt(arguments[0])));
    }
}
