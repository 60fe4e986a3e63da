/** What stress-woven code needs when it runs: it goes onto the library's class path together with the runtime. */
package dev.fermata.tests.stress.driver;
