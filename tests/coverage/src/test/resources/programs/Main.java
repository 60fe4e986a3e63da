package demo;

/** Runs the programs in part. */
public class Main {
    public static void main(String[] args) {
        straight();
        branches();
        loops();
        tries();
        generators();
        asyncLoops();
        resources();
        hosts();
        Drive.run(() -> Sample.order(3));
        System.out.println("done");
    }

    private static void straight() {
        Drive.run(() -> Straight.sum(1, 2));
        Drive.run(() -> Straight.onOneLine(1));
        Drive.run(() -> Straight.nothing());
        Drive.neverStart(() -> Straight.neverStarted(1));
        Straight.plain(1);
    }

    private static void branches() {
        Drive.run(() -> Branches.ifs(1));
        Drive.run(() -> Branches.ifs(2));
        Drive.run(() -> Branches.ternaries(1));
        Drive.run(() -> Branches.ternaries(2));
        Drive.run(() -> Branches.switches(1, "a"));
        Drive.run(() -> Branches.switches(2, "b"));
    }

    private static void loops() {
        Drive.run(() -> Loops.all(3));
        Drive.run(() -> Loops.never(0));
    }

    private static void tries() {
        Drive.run(() -> Tries.caught(0));
        Drive.run(() -> Tries.caught(1));
        Drive.run(() -> Tries.plainFinally(1));
        Drive.run(() -> Tries.plainFinally(2));
        Drive.run(() -> Tries.failing(1));
        Drive.run(() -> Tries.failing(2));
        try {
            Drive.run(() -> Tries.passedOn());
        } catch (IllegalArgumentException e) {
            // as it should be
        }
        Drive.run(() -> Tries.synchronizedInside(1));
    }

    private static void generators() {
        Drive.all(() -> new Generators("step").steps(4));
        Drive.take(3, () -> Generators.closedHalfWay());
        Drive.all(() -> Generators.doubled().upTo(2));
        Drive.neverStart(() -> Generators.neverIterated());
        Generators.neverAsked();
    }

    private static void asyncLoops() {
        Drive.run(() -> AsyncLoops.sum(3));
        Drive.run(() -> AsyncLoops.sum(0));
    }

    private static void resources() {
        Drive.run(() -> Resources.plain(1));
        Drive.run(() -> Resources.plain(2));
        Drive.run(() -> Resources.awaited(1));
        Drive.run(() -> Resources.awaited(2));
        Drive.run(() -> Resources.failing());
    }

    private static void hosts() {
        Drive.run(() -> new Hosts.Point(1, 2).sum());
        Drive.run(() -> Hosts.Side.LEFT.text());
        Drive.run(() -> new Hosts.Outer().new Inner().add(1));
    }
}
