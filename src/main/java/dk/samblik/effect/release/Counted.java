package dk.samblik.effect.release;

/** Somebody in a table, by pseudonyms: the area, the household, and which of the table's answers is theirs. */
public record Counted(String area, String household, String part) {}
