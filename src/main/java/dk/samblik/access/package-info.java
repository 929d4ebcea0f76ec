/**
 * Who is signed in, and the log of who opened what. Only a committed row of the log makes a grant, and only against a grant does the vault give plain content.
 */
@NullMarked
package dk.samblik.access;

import org.jspecify.annotations.NullMarked;
