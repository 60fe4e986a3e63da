package dev.fermata.tests.inspection.programs;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CountDownLatch;

/** The runtime twice, in class loaders of their own, as web applications have it. */
public final class Twins {
    private Twins() {}

    public static void main(String[] args) throws Exception {
        CountDownLatch asleep = new CountDownLatch(2);
        for (String name : new String[] {"left", "right"}) {
            Class<?> napper = new URLClassLoader(name, classPath(), ClassLoader.getPlatformClassLoader())
                    .loadClass("dev.fermata.tests.inspection.programs.Napper");
            new Thread(() -> run(napper, asleep), name).start();
        }
        asleep.await();
        System.out.println("ready");
    }

    private static void run(Class<?> napper, CountDownLatch asleep) {
        try {
            napper.getMethod("run", CountDownLatch.class).invoke(null, asleep);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL[] classPath() throws MalformedURLException {
        String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
        URL[] urls = new URL[entries.length];
        for (int i = 0; i < entries.length; i++) {
            urls[i] = new File(entries[i]).toURI().toURL();
        }
        return urls;
    }
}
