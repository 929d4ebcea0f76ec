/**
 * One night or one refresh, from opened to closed: the ledger, the work items a chunk is claimed from, requests for a refresh and the progress others may follow. Knows ids and counts, never a person.
 */
@NullMarked
package dk.samblik.run;

import org.jspecify.annotations.NullMarked;
