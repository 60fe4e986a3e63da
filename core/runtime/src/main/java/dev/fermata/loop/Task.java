package dev.fermata.loop;

/** placeholder while the tree is being laid out. */
final class Task<T> {}
