package dev.fermata.io.tls;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.Transport;
import dev.fermata.tasks.Tasks;
import java.io.IOException;

/** Both ends of a connection with TLS, within this JVM. */
record Ends(Connection client, Connection server) {
    static final Tls SERVER = Tls.server(Identity.server().trusting(Identity.client()));
    static final Tls CLIENT = Tls.client(Identity.anonymousTrusting(Identity.server()));

    static Tls only(Tls tls, String version) {
        return tls.parameters(p -> p.setProtocols(new String[] {version}));
    }

    /** Usual ones. */
    static Coroutine<Ends> connect() throws IOException {
        return connect(CLIENT, SERVER);
    }

    static Coroutine<Ends> connect(Tls client, Tls server) throws IOException {
        Connection.Pair pair = Connection.pair();
        return connect(client, server, pair.first().transport(), pair.second().transport());
    }

    @Suspendable
    static Coroutine<Ends> connect(Tls client, Tls server, Transport first, Transport second) throws IOException {
        var both = await(Tasks.gather(client.establish(first, "localhost"), server.establish(second, null)));
        return Coroutine.of(new Ends(new Connection(both.get(0)), new Connection(both.get(1))));
    }

    @Suspendable
    Coroutine<Void> close() {
        await(Tasks.gather(client.closeAsync(), server.closeAsync()));
        return null;
    }
}
