/** Java sources as trees: just enough structure to take programs apart and put them together again. */
package dev.fermata.tests.random.tree;
