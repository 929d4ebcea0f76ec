package dk.samblik.demo.people;

import static dk.samblik.demo.people.Road.Kind.FLATS;
import static dk.samblik.demo.people.Road.Kind.HOUSES;

import java.util.List;

/** Fjordsted Kommune (0998): three areas, and the roads outside them. */
public final class Areas {

    /** The municipality's code. */
    public static final String MUNICIPALITY = "0998";

    /** Lærkevænget, Mosebakken, Skovparken. */
    public static final List<Area> ALL = List.of(
            new Area(
                    "Lærkevænget",
                    "9988",
                    "Fjordsted",
                    List.of(
                            new Road("0012", "Lærkevænget", FLATS),
                            new Road("0013", "Vibestræde", FLATS),
                            new Road("0014", "Sanglærkebuen", HOUSES),
                            new Road("0015", "Sjaggerkrogen", FLATS)),
                    101,
                    12),
            new Area(
                    "Mosebakken",
                    "0988",
                    "Fjordsted Ø",
                    List.of(
                            new Road("0035", "Mosebakken", FLATS),
                            new Road("0036", "Porsedalen", FLATS),
                            new Road("0037", "Kæruldspassagen", HOUSES),
                            new Road("0038", "Tørveøens Allé", FLATS)),
                    102,
                    3),
            new Area(
                    "Skovparken",
                    "9987",
                    "Fjordsted N",
                    List.of(
                            new Road("0061", "Skovparken", FLATS),
                            new Road("0062", "Egernløbet", FLATS),
                            new Road("0063", "Bøgeslugten", HOUSES),
                            new Road("0064", "Granåsen", FLATS)),
                    101,
                    14));

    private Areas() {}

    /** An address in the municipality, outside the areas. */
    public static Address elsewhereInTown(Dice dice) {
        String house = String.valueOf(dice.between(1, 120));
        return new Address(MUNICIPALITY, "0210", "Havnegadekvarteret", house, "", "", "9986", "Fjordsted S");
    }

    /** An address in another, invented municipality. */
    public static Address abroad(Dice dice) {
        String house = String.valueOf(dice.between(1, 90));
        return new Address("0979", "9100", "Ukendtvej", house, "", "", "9979", "Anderby");
    }
}
