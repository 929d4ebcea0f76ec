/**
 * Where Samblik keeps things: PostgreSQL reached by role, the embedded server, and the settings that must hold before anything starts. Also the index by which a file read in place is found in again. Knows no person; must never hand out more rights than a role has.
 */
@NullMarked
package dk.samblik.storage;

import org.jspecify.annotations.NullMarked;
