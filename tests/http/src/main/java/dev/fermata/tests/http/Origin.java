package dev.fermata.tests.http;

import java.net.URI;

/** Whom a client talks to. */
record Origin(boolean isSecure, String host, int port) {
    /** The origin of a whole address. */
    static Origin of(URI address) {
        boolean isSecure = "https".equalsIgnoreCase(address.getScheme());
        if (!isSecure && !"http".equalsIgnoreCase(address.getScheme()) || address.getHost() == null) {
            throw new IllegalArgumentException("no address of HTTP: " + address);
        }
        int port = address.getPort();
        return new Origin(isSecure, address.getHost(), port < 0 ? (isSecure ? 443 : 80) : port);
    }

    /** What the server is to be told. */
    static String target(URI address) {
        String path = address.getRawPath();
        String query = address.getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    /** The value of the header Host. */
    String header() {
        return port == (isSecure ? 443 : 80) ? host : host + ":" + port;
    }

    /** For a connection, where an IPv6 address has no brackets. */
    String address() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
