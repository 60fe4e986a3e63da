import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;

/** Loads and calls the same classes at once, in one loader and in many. */
public class Launcher {
    private static final int THREADS = 8;
    private static final int LOADERS = 40;

    private final URL url;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final CyclicBarrier barrier = new CyclicBarrier(THREADS);

    private Launcher(URL url) {
        this.url = url;
    }

    public static void main(String[] args) throws Exception {
        Launcher launcher = new Launcher(Path.of(args[0]).toUri().toURL());
        System.out.println("one loader " + launcher.sumOf(launcher.sharingOneLoader()));
        System.out.println("own loaders " + launcher.sumOf(launcher.withOwnLoaders()));
        System.out.println("left behind " + launcher.countLeftBehind());
        launcher.threads.shutdown();
    }

    /** Every thread makes the first call of every class, at the same moment as the others. */
    private Callable<Integer> sharingOneLoader() {
        URLClassLoader loader = new URLClassLoader(new URL[] {url});
        return () -> {
            int sum = 0;
            for (int i = 0; i < 20; i++) {
                barrier.await();
                sum += call(loader, "demo.Part" + i);
            }
            return sum;
        };
    }

    /** Every thread defines the same class, each for a loader of its own. */
    private Callable<Integer> withOwnLoaders() {
        return () -> {
            int sum = 0;
            for (int i = 0; i < LOADERS; i++) {
                barrier.await();
                sum += call(new URLClassLoader(new URL[] {url}), "demo.Part7");
            }
            return sum;
        };
    }

    private static int call(ClassLoader loader, String name) throws Exception {
        return ((IntSupplier) loader.loadClass(name).getConstructor().newInstance()).getAsInt();
    }

    private int sumOf(Callable<Integer> task) throws Exception {
        List<Future<Integer>> sums = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            sums.add(threads.submit(task));
        }
        int sum = 0;
        for (Future<Integer> each : sums) {
            sum += each.get();
        }
        return sum;
    }

    /** Class loaders that something still holds: the agent must not. */
    private int countLeftBehind() throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ClassLoader loader = new URLClassLoader(new URL[] {url});
            call(loader, "demo.Part" + i);
            loaders.add(new WeakReference<>(loader));
        }
        for (int round = 0; round < 50 && !loaders.isEmpty(); round++) {
            System.gc();
            loaders.removeIf(loader -> loader.get() == null);
        }
        return loaders.size();
    }
}
