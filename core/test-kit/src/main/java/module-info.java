/** For tests of coroutines: time that jumps, orders that are permuted, expectations of an order, JUnit Jupiter's extension. */
module dev.fermata.testkit {
    requires transitive dev.fermata;
    requires static transitive org.junit.jupiter.api;

    exports dev.fermata.testkit;
    exports dev.fermata.testkit.junit;
}
