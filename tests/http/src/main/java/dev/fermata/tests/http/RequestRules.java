package dev.fermata.tests.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;

/** What a request must be beyond what the parser sees to (RFC 9112). Where two servers might read it differently, it is refused. */
final class RequestRules {
    private RequestRules() {}

    static void check(HttpRequest request, HttpLimits limits) throws HttpException {
        HttpVersion version = request.protocolVersion();
        HttpHeaders headers = request.headers();
        if (version.majorVersion() != 1) {
            throw new HttpException(505, version.text());
        }
        if (headers.size() > limits.headers()) {
            throw new HttpException(431, headers.size() + " headers");
        }
        checkHost(headers, isOld(request));
        checkCoding(headers, isOld(request));
        checkExpectation(headers);
    }

    static boolean isOld(HttpRequest request) {
        return request.protocolVersion().minorVersion() == 0;
    }

    private static void checkHost(HttpHeaders headers, boolean isOld) throws HttpException {
        int count = 0;
        for (var hosts = headers.valueCharSequenceIterator(HttpHeaderNames.HOST); hosts.hasNext(); hosts.next()) {
            count++;
        }
        if (count > 1 || count == 0 && !isOld) {
            throw new HttpException(400, count == 0 ? "no Host" : count + " headers Host");
        }
    }

    /** The only coding that says where a body ends is "chunked", alone. */
    private static void checkCoding(HttpHeaders headers, boolean isOld) throws HttpException {
        if (!headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
            return;
        }
        List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (isOld) {
            throw new HttpException(400, "Transfer-Encoding in HTTP/1.0");
        }
        if (codings.size() > 1 || !codings.get(0).trim().equalsIgnoreCase("chunked")) {
            throw new HttpException(
                    codings.get(codings.size() - 1)
                                    .trim()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .endsWith("chunked")
                            ? 501
                            : 400,
                    "Transfer-Encoding " + String.join(", ", codings));
        }
    }

    private static void checkExpectation(HttpHeaders headers) throws HttpException {
        String expectation = headers.get(HttpHeaderNames.EXPECT);
        if (expectation != null && !expectation.equalsIgnoreCase("100-continue")) {
            throw new HttpException(417, expectation);
        }
    }
}
