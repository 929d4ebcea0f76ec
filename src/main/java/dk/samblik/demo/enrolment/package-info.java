/**
 * What was agreed at the consent desk of Fjordsted: households, members, consents, and which of them the hub must find in
 * force. Says so from the story that was planned, never by the hub's own rules; must never look at a register.
 */
@NullMarked
package dk.samblik.demo.enrolment;

import org.jspecify.annotations.NullMarked;
