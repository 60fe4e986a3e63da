package dev.fermata.frameworks.spring;

import static dev.fermata.Coroutine.await;
import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.fermata.Suspendable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Another service, asked over HTTP. */
@Component
public class Wholesaler {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    Wholesaler(@Value("${wholesaler}") URI address) {
        this.address = address;
    }

    // region ask
    @Suspendable
    CompletableFuture<Integer> ask(String question, String item) throws UnknownItemException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/" + question + "/" + item))
                .build();
        HttpResponse<String> answer = await(client.sendAsync(request, BodyHandlers.ofString()));
        if (answer.statusCode() == 404) {
            throw new UnknownItemException(item);
        }
        return completedFuture(Integer.parseInt(answer.body()));
    }
    // endregion
}
