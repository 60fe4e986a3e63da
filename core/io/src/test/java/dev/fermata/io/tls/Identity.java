package dev.fermata.io.tls;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key and a certificate for it that it has signed itself, made by the JDK's keytool. */
record Identity(String name, PrivateKey key, X509Certificate certificate) {
    private static final char[] PASSWORD = "for tests".toCharArray();

    static {
        // Read once, when the JDK first encrypts, which is after somebody has asked for an identity: so every test sees
        // keys
        // change, and not only after the 128 GiB that are usual.
        Security.setProperty("jdk.tls.keyLimits", "AES/GCM/NoPadding KeyUpdate 2^20, ChaCha20-Poly1305 KeyUpdate 2^20");
    }

    private static final ConcurrentMap<String, Identity> MADE = new ConcurrentHashMap<>();

    /** A server that is found at localhost. */
    static Identity server() {
        return named("localhost", "san=dns:localhost,dns:server.test,ip:127.0.0.1");
    }

    /** Another one, which is not found at localhost. */
    static Identity other() {
        return named("other", "san=dns:other.test");
    }

    static Identity client() {
        return named("client", "san=dns:client.test");
    }

    private static Identity named(String name, String extension) {
        return MADE.computeIfAbsent(name, n -> make(n, extension));
    }

    private static Identity make(String name, String extension) {
        try {
            Path directory = Files.createTempDirectory("identity");
            Path store = directory.resolve("store.p12");
            try {
                keytool(store, name, extension);
                return load(store, name);
            } finally {
                Files.deleteIfExists(store);
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(Path store, String name, String extension) throws IOException, InterruptedException {
        String tool = System.getProperty("java.home") + File.separator + "bin" + File.separator + "keytool";
        Process process = new ProcessBuilder(List.of(
                        tool,
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        extension,
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD),
                        "-validity",
                        "2"))
                .redirectErrorStream(true)
                .start();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        process.getInputStream().transferTo(said);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }

    private static Identity load(Path file, String name) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return new Identity(
                name, (PrivateKey) store.getKey(name, PASSWORD), (X509Certificate) store.getCertificate(name));
    }

    /** Shows what it is, and trusts some; nobody if none is given. */
    SSLContext trusting(Identity... trusted) {
        return context(List.of(this), List.of(trusted));
    }

    /** Shows nothing. */
    static SSLContext anonymousTrusting(Identity... trusted) {
        return context(List.of(), List.of(trusted));
    }

    static SSLContext context(List<Identity> shown, List<Identity> trusted) {
        try {
            KeyStore keys = empty();
            for (Identity identity : shown) {
                keys.setKeyEntry(identity.name, identity.key, PASSWORD, new X509Certificate[] {identity.certificate});
            }
            KeyManagerFactory keyManagers =
                    KeyManagerFactory.getInstance("NewSunX509"); // chooses by the name asked for
            keyManagers.init(keys, PASSWORD);
            KeyStore certificates = empty();
            for (Identity identity : trusted) {
                certificates.setCertificateEntry(identity.name, identity.certificate);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            if (trusted.isEmpty()) {
                context.init(keyManagers.getKeyManagers(), null, null);
            } else {
                TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
                trust.init(certificates);
                context.init(keyManagers.getKeyManagers(), trust.getTrustManagers(), null);
            }
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** Writes the key and the certificate, as openssl reads them; gives the file. */
    Path writeTo(Path directory) {
        try {
            Path file = directory.resolve(name + ".pem");
            Files.writeString(
                    file, pem("PRIVATE KEY", key.getEncoded()) + pem("CERTIFICATE", certificate.getEncoded()));
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
                + "\n-----END " + what + "-----\n";
    }
}
