/**
 * The draw (udtræk): counts which households of an area meet a programme's criteria, draws some of them by lot under two people's hands, and hands those on to be invited. The one lawful look at people without a consent: it asks registers for a flag alone, keeps nobody who is not drawn, and learns names only after the lock.
 */
@NullMarked
package dk.samblik.draw;

import org.jspecify.annotations.NullMarked;
