package dk.samblik.register;

import dk.samblik.consent.Chunk;
import dk.samblik.household.Department;

/** A chunk that a register did not answer about, and why (a reason code): its last good sections are to be kept. */
public record Missed(String register, Department source, Chunk chunk, String reason) {}
