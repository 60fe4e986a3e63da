package demo;

class Caller {
    static void drops() {
        Careless.save(); // FERMATA-020 drops()
    }
}
