package dk.samblik.view;

import dk.samblik.mapping.Fact;
import java.time.LocalDate;
import java.util.List;

/** Planned appointments of one day that overlap others of another register or member; at least two. */
public record Clash(LocalDate date, List<Sourced<Fact.Appointment>> appointments) {
    public Clash {
        appointments = List.copyOf(appointments);
    }
}
