package dk.samblik.draw;

import dk.samblik.consent.TickBox;
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

    /** The areas of a programme: ticked as they were sent, and all of them before that. */
    public List<TickBox> areas(Programme programme) {
        return programme.areas().stream()
                .map(area -> new TickBox(area.name(), area.name(), ticked(programme, area)))
                .toList();
    }

    private boolean ticked(Programme programme, Area area) {
        return form.program() == null
                || programme.code().equals(form.program()) && form.omraade().contains(area.name());
    }

    public boolean chosen(Protected one) {
        return one.name().equals(form.beskyttede());
    }
}
