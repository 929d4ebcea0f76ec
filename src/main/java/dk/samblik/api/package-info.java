/**
 * The interface for other systems at {@code /api/v1}: the same views through the same gate and the same log as the pages,
 * written by types of its own, and webhooks that say only that something happened.
 */
@NullMarked
package dk.samblik.api;

import org.jspecify.annotations.NullMarked;
