/** What woven code and its users need at run time: annotation, types, frames and the event loop. */
module dev.fermata {
    requires static java.management;
    requires static jdk.jfr;
    requires static org.jetbrains.annotations;

    exports dev.fermata;
    exports dev.fermata.context;
    exports dev.fermata.frame;
    exports dev.fermata.inspect;
    exports dev.fermata.loop;
}
