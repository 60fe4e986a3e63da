package demo;

final class Caller {
    private Caller() {}

    static void run() throws InterruptedException {
        Careless.run(); // FERMATA-020 run()
    }
}
