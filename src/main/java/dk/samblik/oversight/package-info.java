/**
 * The pages of the data protection officer: the access log searched, spot-checked and written out for the citizen it is about. Must never open a household's content, and logs its own readings like any other look.
 */
@NullMarked
package dk.samblik.oversight;

import org.jspecify.annotations.NullMarked;
