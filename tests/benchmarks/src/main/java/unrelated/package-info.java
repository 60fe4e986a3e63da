/**
 * A program that has nothing to do with Fermata; its package must not even be named like it. {@link unrelated.LoadAll}
 * is its main class, the others are patterns of which {@code UnrelatedClasses} makes thousands.
 */
package unrelated;
