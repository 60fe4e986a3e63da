package dev.fermata.benchmarks.io.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for this machine that nobody but the client trusts, in a directory: as a key store for the JDK, and as PEM
 * files, {@value #CERTIFICATE_PEM} and {@value #KEY_PEM}, for others.
 *
 * @param directory where the files are
 */
public record Certificate(Path directory) {
    /** The only cipher that the client knows, so that all servers work as much. */
    public static final String CIPHER = "TLS_AES_128_GCM_SHA256";

    /** The only version. */
    public static final String VERSION = "TLSv1.3";

    /** The certificate. */
    public static final String CERTIFICATE_PEM = "certificate.pem";

    /** The private key, not encrypted. */
    public static final String KEY_PEM = "key.pem";

    /** In place of a directory, where there is to be no TLS. */
    public static final String NONE = "-";

    private static final String STORE = "keys.p12";
    private static final String ALIAS = "server";

    /** Guards a key that lives as long as a run. */
    private static final String PASSWORD = "benchmark";

    /**
     * What a program has been told.
     *
     * @param argument a directory or {@link #NONE}
     * @return the certificate there, or null
     */
    public static Certificate ofArgument(String argument) {
        return argument.equals(NONE) ? null : new Certificate(Path.of(argument));
    }

    /**
     * Makes one with the JDK's keytool.
     *
     * @param directory where to; made if missing; files of the same names in it are replaced
     * @return the certificate
     * @throws IOException if it cannot be made
     * @throws InterruptedException if this thread is, while it waits for keytool
     */
    public static Certificate make(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Files.deleteIfExists(directory.resolve(STORE));
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        directory.resolve(STORE).toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
        Certificate certificate = new Certificate(directory);
        certificate.writePem();
        return certificate;
    }

    private void writePem() throws IOException {
        try {
            KeyStore store = store();
            write(CERTIFICATE_PEM, "CERTIFICATE", store.getCertificate(ALIAS).getEncoded());
            write(
                    KEY_PEM,
                    "PRIVATE KEY",
                    store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private void write(String file, String title, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(
                directory.resolve(file), "-----BEGIN " + title + "-----\n" + text + "\n-----END " + title + "-----\n");
    }

    private KeyStore store() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(directory.resolve(STORE))) {
            store.load(file, PASSWORD.toCharArray());
        }
        return store;
    }

    /**
     * The keys as a server needs them.
     *
     * @return a factory, ready
     * @throws IOException if the key store cannot be read
     * @throws GeneralSecurityException if it cannot be used
     */
    public KeyManagerFactory keys() throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(), PASSWORD.toCharArray());
        return keys;
    }

    /**
     * TLS with this certificate.
     *
     * @return a context for a server
     * @throws IOException if the key store cannot be read
     * @throws GeneralSecurityException if it cannot be used
     */
    public SSLContext forServer() throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance(VERSION);
        context.init(keys().getKeyManagers(), null, null);
        return context;
    }

    /**
     * TLS that trusts this certificate and no other.
     *
     * @return a context for a client
     * @throws IOException if the key store cannot be read
     * @throws GeneralSecurityException if it cannot be used
     */
    public SSLContext forClient() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, store().getCertificate(ALIAS));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance(VERSION);
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /**
     * The client's side of a connection.
     *
     * @param context as from {@link #forClient}
     * @param host the server's name or address, which its certificate must have
     * @param port the server's port
     * @return an engine for one connection
     */
    public static SSLEngine clientEngine(SSLContext context, String host, int port) {
        SSLEngine engine = context.createSSLEngine(host, port);
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(new String[] {VERSION});
        engine.setEnabledCipherSuites(new String[] {CIPHER});
        var parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
        return engine;
    }
}
