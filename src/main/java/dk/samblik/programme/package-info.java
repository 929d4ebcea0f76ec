/**
 * What a municipality decides about a programme, one file of {@code programmes/} each: where, when, for how many, by which
 * consent and whose words. Knows no household and nobody in one.
 */
@NullMarked
package dk.samblik.programme;

import org.jspecify.annotations.NullMarked;
