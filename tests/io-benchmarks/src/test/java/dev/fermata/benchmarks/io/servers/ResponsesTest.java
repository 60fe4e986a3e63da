package dev.fermata.benchmarks.io.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.benchmarks.io.wire.Protocol;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponsesTest {
    @Test
    void a_head_ends_with_an_empty_line() {
        byte[] bytes = Protocol.bytes(Protocol.REQUEST + "more");
        for (int end = 0; end < Protocol.REQUEST.length(); end++) {
            assertEquals(0, Responses.lengthOfHead(bytes, end));
        }
        assertEquals(Protocol.REQUEST.length(), Responses.lengthOfHead(bytes, bytes.length));
    }

    @ParameterizedTest
    @CsvSource({
        "host, host, 200",
        "host, Host, 200",
        "/greeting, /, 404",
        "GET, PUT, 404",
        "host, ghost, 400",
        "accept:, accept, 400",
        "HTTP/1.1, HTTP/1.0, 400",
        "/greeting, /greeting /, 400"
    })
    void looks_at_all_of_it(String part, String instead, String status) {
        byte[] request = Protocol.bytes(Protocol.REQUEST.replace(part, instead));
        String answer = new String(Responses.to(request, request.length), StandardCharsets.US_ASCII);
        assertEquals(status, answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }
}
