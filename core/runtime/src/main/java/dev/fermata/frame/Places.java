package dev.fermata.frame;

/**
 * The places where the frames of one class can stand, as elements of stack traces. Made once: a failure may go through the
 * same method a million times.
 */
final class Places {
    private static final ClassValue<Places> OF = new ClassValue<>() {
        @Override
        protected Places computeValue(Class<?> frameClass) {
            return new Places();
        }
    };

    /** By suspension point, the entry first; null until it is known. */
    private StackTraceElement[] atPoint;

    /** Without a line. */
    private StackTraceElement running;

    private Places() {}

    /** Where a frame stands; without a line while it runs. */
    static StackTraceElement of(Frame frame, int point) {
        Places places = OF.get(frame.getClass());
        synchronized (places) {
            if (places.atPoint == null) {
                places.read(frame);
            }
            return point >= 0 && point < places.atPoint.length ? places.atPoint[point] : places.running;
        }
    }

    /** From the names that weaving has left in the class, as in {@code "Host.m"} and {@code "Host.java:30,31,40"}. */
    private void read(Frame frame) {
        String text = frame.places();
        int colon = text.lastIndexOf(':');
        String file = colon == 0 ? null : text.substring(0, colon);
        String[] lines = text.substring(colon + 1).split(",");
        StackTraceElement[] read = new StackTraceElement[lines.length];
        for (int point = 0; point < lines.length; point++) {
            int line = Integer.parseInt(lines[point]);
            read[point] = element(frame, file, line == 0 ? -1 : line);
        }
        running = element(frame, file, -1);
        atPoint = read;
    }

    private static StackTraceElement element(Frame frame, String file, int line) {
        String method = frame.method();
        int dot = method.lastIndexOf('.');
        return Machinery.element(frame.getClass(), method.substring(0, dot), method.substring(dot + 1), file, line);
    }
}
