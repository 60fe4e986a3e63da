package dev.fermata.frameworks.spring;

/**
 * What the shop has to offer.
 *
 * @param item its name
 * @param price of one
 * @param stock how many there are
 */
public record Offer(String item, int price, int stock) {}
