package dev.fermata.io.tls;

import dev.fermata.testkit.junit.LoopTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Virtual time; fewer orders, because a handshake computes much, and more patience with the threads that do it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@LoopTest(seeds = 3, timeoutMillis = 60_000)
@interface TlsLoopTest {}
