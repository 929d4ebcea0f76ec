/**
 * Households on their way in and out of a programme: who was drawn or referred, what they answered, and when a household left.
 * Before a consent it knows a name, an address and an answer, and never which department knows anybody.
 */
@NullMarked
package dk.samblik.enrolment;

import org.jspecify.annotations.NullMarked;
