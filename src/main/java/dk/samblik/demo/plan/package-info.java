/**
 * How a row is planted: with its fate and with what a reader must see of it. Knows town and desk; must never know a
 * format.
 */
@NullMarked
package dk.samblik.demo.plan;

import org.jspecify.annotations.NullMarked;
