/** A file system of the campaigns' own: this machine's, but any operation on it can be made to fail. */
@NullMarked
package dk.samblik.campaign.files;

import org.jspecify.annotations.NullMarked;
