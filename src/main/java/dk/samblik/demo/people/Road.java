package dk.samblik.demo.people;

/** A road of an area. {@code flats} roads have blocks of four floors with two doors, the others houses. */
public record Road(String code, String name, Kind kind) {

    /** How people live there. */
    public enum Kind {
        FLATS,
        HOUSES
    }

    /** The n-th dwelling of the road, from 0. */
    Address dwelling(int n, String postcode, String city) {
        if (kind == Kind.HOUSES) {
            String letter = n % 5 == 4 ? "A" : "";
            return new Address(Areas.MUNICIPALITY, code, name, (n + 1) + letter, "", "", postcode, city);
        }
        int floor = n % 8 / 2;
        return new Address(
                Areas.MUNICIPALITY,
                code,
                name,
                String.valueOf(n / 8 + 1),
                floor == 0 ? "st" : String.valueOf(floor),
                n % 2 == 0 ? "tv" : "th",
                postcode,
                city);
    }
}
