/**
 * The page and the commands of IT staff: routes, registers, runs and quarantine in ids, counts and reasons. Must never show a person.
 */
@NullMarked
package dk.samblik.operations;

import org.jspecify.annotations.NullMarked;
