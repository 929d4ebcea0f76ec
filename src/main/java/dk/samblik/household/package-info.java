/**
 * The nouns everyone shares: a person's number, the ids of household and member, departments and categories. Knows no storage and no register; must never print a CPR number in full.
 */
@NullMarked
package dk.samblik.household;

import org.jspecify.annotations.NullMarked;
