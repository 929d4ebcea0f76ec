package dk.samblik.access;

import java.util.Set;

/**
 * Who asks: a member of staff, or the hub itself for a run. {@code role} is the widest of {@code roles}; {@code areas} are
 * those whose households this one follows by it.
 */
public record Viewer(String subject, String name, Role role, Set<Role> roles, String organisation, Set<String> areas) {

    /** What somebody is to Samblik, widest first. Nobody is HUB but the hub itself. */
    public enum Role {
        COORDINATOR,
        TEAM,
        /** Records consents and sees nothing of what they let be fetched. */
        DESK,
        /** Asks households that were drawn or referred whether they take part, and sees nothing of what any register holds. */
        CONTACT,
        LEADER,
        EVALUATOR,
        DPO,
        IT,
        /** Sees what one refused cell said, and nothing else. */
        STEWARD,
        /** Prepares a draw: counts, and never locks one. */
        DRAW_OFFICER,
        /** The second person, who locks a draw that somebody else prepared. */
        DRAW_APPROVER,
        HUB;

        /** Whether it follows households. */
        boolean inTeam() {
            return this == COORDINATOR || this == TEAM;
        }

        /** Whether it sees who was drawn, before anybody has said yes. */
        public boolean draws() {
            return this == DRAW_OFFICER || this == DRAW_APPROVER;
        }

        /** Whether it watches over the others' work or data, or runs the machine, or draws by lot, and so stands alone. */
        boolean alone() {
            return this == IT || this == DPO || this == STEWARD || draws();
        }
    }

    /** The hub itself: a night's or a refresh's fetching, under its own purpose. */
    public static final Viewer HUB = new Viewer("samblik", "Samblik", Role.HUB, "Samblik", Set.of());

    public Viewer {
        roles = Set.copyOf(roles);
        areas = Set.copyOf(areas);
    }

    /** Somebody with one role. */
    public Viewer(String subject, String name, Role role, String organisation, Set<String> areas) {
        this(subject, name, role, Set.of(role), organisation, areas);
    }

    /** Whether this one may see households at all (never IT, never the data protection officer). */
    public boolean inTeam() {
        return role.inTeam();
    }

    /** Whether this one has the role, be it the widest or not. */
    public boolean holds(Role one) {
        return roles.contains(one);
    }

    /** Whether this one may record consents; a place at the desk counts only for somebody who is in no team. */
    public boolean atDesk() {
        return role == Role.DESK || role == Role.COORDINATOR;
    }
}
