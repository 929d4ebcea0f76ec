/**
 * What a team itself keeps of a household, and nothing more: its coordinator, the dates it meets, the household's wishes and
 * what was agreed. What a register holds is never written here.
 */
@NullMarked
package dk.samblik.meeting;

import org.jspecify.annotations.NullMarked;
