package dk.samblik.consent;

import dk.samblik.access.Staff;
import dk.samblik.access.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of those who recorded consents. Somebody who is no longer in a team has none here. */
final class Recorders {

    private final Map<String, String> names = new HashMap<>();

    private Recorders() {}

    /** {@code everybody}: the people of all teams. */
    static Recorders of(List<Staff.Place> everybody) {
        Recorders recorders = new Recorders();
        everybody.forEach(place -> recorders.names.put(place.subject(), place.name()));
        recorders.names.put(Viewer.HUB.subject(), Viewer.HUB.name());
        return recorders;
    }

    /** The name, or null; a subject is never shown. */
    public @Nullable String name(@Nullable String subject) {
        return subject == null ? null : names.get(subject);
    }
}
