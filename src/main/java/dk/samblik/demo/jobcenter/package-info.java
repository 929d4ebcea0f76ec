/**
 * The job centre: its clients' rows, and the nightly set of ten CSV files in exactly its format, quirks and faults
 * included. Must never leave out a client because nobody consented.
 */
@NullMarked
package dk.samblik.demo.jobcenter;

import org.jspecify.annotations.NullMarked;
