/** Pages that are fetched side by side by the HTTP client of the JDK. */
package dev.fermata.examples.crawler;
