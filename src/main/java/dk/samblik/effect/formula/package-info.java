/**
 * The formulas of the effect figures (domain reference, section 9), each a plain method over dated facts of one person or one
 * household. Knows no storage, no register and no clock; must never fill in what a source did not deliver.
 */
@NullMarked
package dk.samblik.effect.formula;

import org.jspecify.annotations.NullMarked;
