/**
 * The benchmark: what a night, a refresh and a page cost, beside a plain yardstick on the same sources
 * ({@code mvn -Pbench verify}, docs/benchmark.md). Every process is one of its own: the hub as it is shipped under {@code
 * -Xmx512m}, its registers, PostgreSQL, and the one that measures.
 */
@NullMarked
package dk.samblik.bench;

import org.jspecify.annotations.NullMarked;
