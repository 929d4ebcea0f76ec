/**
 * What is wrong, as states that begin and end, who is told, and the figures that say how the hub stands. Ids of registers,
 * counts and moments only; must never know a person.
 */
@NullMarked
package dk.samblik.alarm;

import org.jspecify.annotations.NullMarked;
