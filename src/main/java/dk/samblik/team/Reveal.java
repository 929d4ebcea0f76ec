package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.Information;
import dk.samblik.access.Matrix;
import dk.samblik.access.Reader;
import dk.samblik.access.Sight;
import dk.samblik.access.Viewer;
import java.util.List;

/** What is shown on demand only: one thing about one person, for one of these purposes, in the log before it is shown. */
enum Reveal {
    CPR(Information.CPR, Access.Action.REVEAL_CPR, "cpr-identity", "cpr-authority", "cpr-post"),
    ADDRESS(
            Information.PROTECTED_ADDRESS,
            Access.Action.REVEAL_ADDRESS,
            "address-visit",
            "address-letter",
            "address-authority",
            "address-danger");

    private final Information what;
    private final Access.Action action;
    private final List<String> purposes;

    Reveal(Information what, Access.Action action, String... purposes) {
        this.what = what;
        this.action = action;
        this.purposes = List.of(purposes);
    }

    /**
     * How much of it this reader sees, by the matrix. Never anything for somebody from outside the authority, whatever the
     * role: the housing association must not learn it from us (domain reference, 3.3).
     */
    Sight sight(Viewer viewer, TeamSettings settings) {
        return viewer.organisation().equals(settings.authority())
                ? Matrix.of(what, Reader.of(viewer, settings.authority()))
                : Sight.NO;
    }

    Access.Action action() {
        return action;
    }

    /** Why it may be asked for, in the words of the log. */
    public List<String> purposes() {
        return purposes;
    }

    /** The last part of its address. */
    public String address() {
        return this == CPR ? "cpr" : "adresse";
    }
}
