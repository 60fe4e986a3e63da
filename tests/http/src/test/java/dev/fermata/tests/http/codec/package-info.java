/** What is found in bytes, without any loop. */
package dev.fermata.tests.http.codec;
