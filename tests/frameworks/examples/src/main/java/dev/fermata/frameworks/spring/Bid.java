package dev.fermata.frameworks.spring;

/**
 * What somebody would pay.
 *
 * @param bidder who
 * @param amount how much
 */
public record Bid(String bidder, int amount) {}
