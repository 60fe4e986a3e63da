/** Makes failing programs as small as they can be, and writes them down. */
package dev.fermata.tests.random.shrink;
