/**
 * HTTP/1.1 over the streams: a server, a client, and what they say to each other. An example of a protocol with no I/O in it
 * ({@code codec}) below one task for each connection that reads like a blocking one.
 *
 * <pre>{@code
 * HttpServer server = HttpServer.listen(new InetSocketAddress(8080), request -> {
 *     byte[] body = await(request.body().all());
 *     return Coroutine.of(Response.ok("you have sent " + body.length + " bytes\n"));
 * });
 *
 * try (HttpClient client = new HttpClient()) {
 *     Response response = await(client.send(Request.post("http://localhost:8080/", Body.of("hello"))));
 *     System.out.println(await(response.body().text()));
 * }
 * }</pre>
 */
package dev.fermata.tests.http;
