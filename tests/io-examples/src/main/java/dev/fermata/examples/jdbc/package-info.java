/** A database by JDBC, which blocks, without blocking the loop. */
package dev.fermata.examples.jdbc;
