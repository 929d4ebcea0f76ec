package dk.samblik.view;

import dk.samblik.household.Department;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a shown item comes from. {@code asOf} is the source's own date, {@code fetched} when the hub last got an answer;
 * {@code mapping} is the hash of the mapping that read it.
 */
public record Provenance(
        String register,
        Department source,
        @Nullable Instant asOf,
        @Nullable Instant fetched,
        String mapping) {}
