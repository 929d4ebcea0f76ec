package dk.samblik.access;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the municipality's login lets somebody be, by the signed ID token of this sign-in. It gives nothing by itself: a
 * place in the staff table counts only where this admits it. {@code areas} is null where the login says nothing of areas.
 */
record Granted(Set<Viewer.Role> roles, @Nullable Set<String> areas) {

    /** Where no login says anything, as in the demo: the table alone decides. */
    static final Granted EVERYTHING = new Granted(Set.of(Viewer.Role.values()), null);

    Granted {
        roles = Set.copyOf(roles);
        areas = areas == null ? null : Set.copyOf(areas);
    }

    static Granted by(Map<String, Object> claims, SignInSettings settings) {
        Set<String> held = texts(claims.get(settings.rolesClaim()));
        Set<Viewer.Role> roles = settings.roles().entrySet().stream()
                .filter(role -> role.getValue().stream().anyMatch(held::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        String claim = settings.areasClaim();
        return new Granted(roles, claim == null || claim.isBlank() ? null : texts(claims.get(claim)));
    }

    /** The texts of a claim: one, several, or none where it is absent or of another kind. */
    private static Set<String> texts(@Nullable Object claim) {
        Stream<?> values = claim instanceof Collection<?> several ? several.stream() : Stream.ofNullable(claim);
        return values.filter(String.class::isInstance).map(String.class::cast).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a place counts: its role is granted, and its area, if it has one. */
    boolean admits(Staff.Place place) {
        return roles.contains(place.role())
                && (areas == null || place.area().isBlank() || areas.contains(place.area()));
    }
}
