package io.shirube.io.simulate.page;

/**
 * A figure of the page.
 *
 * @param key what it counts, such as {@code touches.LOW.HIGH.arr}
 * @param value exactly, as a plain number
 * @param shown as people read it
 */
record Figure(String key, String value, String shown) {}
