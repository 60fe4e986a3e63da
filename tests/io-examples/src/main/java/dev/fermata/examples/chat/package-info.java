/** A room in which people chat. */
package dev.fermata.examples.chat;
