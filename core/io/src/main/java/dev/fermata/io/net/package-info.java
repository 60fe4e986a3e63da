/** Sockets: clients, servers and datagrams, on the loop's selector. */
package dev.fermata.io.net;
