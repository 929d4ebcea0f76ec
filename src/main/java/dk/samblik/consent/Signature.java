package dk.samblik.consent;

import java.time.LocalDate;

/** A consent given by somebody, on a day. */
record Signature(CprHash by, Capacity capacity, LocalDate given) {}
