package dk.samblik.consent;

/** One of several that may be ticked, with the Danish text of a programme's file. */
public record TickBox(String value, String text, boolean ticked) {}
