package dk.samblik.register;

/** A row of a delivery whose CPR number is missing or cannot be read: where it stands, and nothing of it. */
public record UnattributedRow(String table, long recordNo) {}
