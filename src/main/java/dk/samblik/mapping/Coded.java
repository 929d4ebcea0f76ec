package dk.samblik.mapping;

import org.jspecify.annotations.Nullable;

/**
 * A value from a code list. {@code code} is what the register wrote (tidied), {@code text} what people read, {@code
 * canonical} our own word where the list gives one. {@code known} false: the list did not have it on that day; the text
 * is then the code itself and the page marks it.
 */
public record Coded(String code, String text, @Nullable String canonical, boolean known) {}
