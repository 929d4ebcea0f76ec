package dk.samblik.access;

import java.util.Set;

/** Who asks: a member of staff, or the hub itself for a run. {@code areas} are those whose households this one follows. */
public record Viewer(String subject, String name, Role role, String organisation, Set<String> areas) {

    /** What somebody is to Samblik. */
    public enum Role {
        TEAM,
        COORDINATOR,
        /** Records consents and sees nothing of what they let be fetched. */
        DESK,
        IT,
        HUB
    }

    /** The hub itself: a night's or a refresh's fetching, under its own purpose. */
    public static final Viewer HUB = new Viewer("samblik", "Samblik", Role.HUB, "Samblik", Set.of());

    public Viewer {
        areas = Set.copyOf(areas);
    }

    /** Whether this one may see households at all (never IT). */
    public boolean inTeam() {
        return role == Role.TEAM || role == Role.COORDINATOR;
    }

    /** Whether this one may record consents. */
    public boolean atDesk() {
        return role == Role.DESK || role == Role.COORDINATOR;
    }
}
