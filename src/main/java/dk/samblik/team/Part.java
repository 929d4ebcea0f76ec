package dk.samblik.team;

import dk.samblik.access.Information;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of a household's page that may be opened alone, by its name in the address and what it holds. */
enum Part {
    MEMBERS("medlemmer", "members", "h.members", Information.MEMBERS),
    LANES("forvaltninger", "lanes", "h.lanes", Information.CASE_OVERVIEW),
    DATES("datoer", "dates", "h.next", Information.APPOINTMENTS),
    MEASURES("indsatser", "measures", "h.measures", Information.MEASURES),
    BENEFITS("forsoergelse", "benefits", "h.benefits", Information.BENEFITS),
    CHILDREN("boern", "children", "h.children", Information.ATTENDANCE),
    HOUSING("bolig", "housing", "h.housing", Information.TENANCY);

    private final String address;
    private final String template;
    private final String heading;
    private final Information holds;

    Part(String address, String template, String heading, Information holds) {
        this.address = address;
        this.template = template;
        this.heading = heading;
        this.holds = holds;
    }

    /** The part with this name in an address; empty for any other text. */
    static Optional<Part> named(String address) {
        return Stream.of(values()).filter(part -> part.address.equals(address)).findFirst();
    }

    /** The part that holds this; empty where several do, or none. */
    static Optional<Part> holding(Information what) {
        return Stream.of(values()).filter(part -> part.holds == what).findFirst();
    }

    Information holds() {
        return holds;
    }

    public String address() {
        return address;
    }

    public String template() {
        return template;
    }

    /** The key of its heading. */
    public String heading() {
        return heading;
    }
}
