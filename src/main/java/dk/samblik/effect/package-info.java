/**
 * What the programme led to, in figures: computed by the month from published sections into a pseudonymous store, released in
 * fixed cuts that identify nobody. Asks no register; must never show a figure of fewer than the programme's limit.
 */
@NullMarked
package dk.samblik.effect;

import org.jspecify.annotations.NullMarked;
