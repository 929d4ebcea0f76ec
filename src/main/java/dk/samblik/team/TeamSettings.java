package dk.samblik.team;

/** Whose pages these are, as header and footer say it: the responsible authority and the number to call. */
public record TeamSettings(String authority, String phone) {}
