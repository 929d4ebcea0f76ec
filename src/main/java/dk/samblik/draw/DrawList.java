package dk.samblik.draw;

import dk.samblik.programme.Area;
import dk.samblik.programme.Programme;
import dk.samblik.programme.Programme.Protected;
import java.util.List;

/** The list of draws and the form of a new one; {@code officer} whether whoever looks may make one. */
record DrawList(List<DrawScreen> draws, List<Programme> programmes, boolean officer, DrawListPage.NewForm form) {

    DrawList {
        draws = List.copyOf(draws);
        programmes = List.copyOf(programmes);
    }

    public Protected[] protections() {
        return Protected.values();
    }

    /** Whether this area is ticked: as it was sent, and all of them before that. */
    public boolean ticked(Programme programme, Area area) {
        return form.program() == null
                || programme.code().equals(form.program()) && form.omraade().contains(area.name());
    }

    public boolean chosen(Protected one) {
        return one.name().equals(form.beskyttede());
    }
}
