package dk.samblik.demo.people;

/**
 * A dwelling as the population register keys it, with its road's name. {@code floor} is {@code st}, {@code 1}… or empty,
 * {@code door} {@code tv}, {@code th}, {@code mf} or empty, {@code house} a number with or without a letter.
 */
public record Address(
        String municipality,
        String road,
        String roadName,
        String house,
        String floor,
        String door,
        String postcode,
        String city) {

    /** As record 002 writes the house number: three digits and a letter or blank. */
    public String houseField() {
        String digits = house.replaceAll("\\D", "");
        return "0".repeat(Math.max(0, 3 - digits.length())) + digits + house.substring(digits.length());
    }

    /** As record 002 writes the floor. */
    public String floorField() {
        return floor.length() == 1 ? "0" + floor : floor;
    }

    /** As record 002 writes the door: right-aligned in four. */
    public String doorField() {
        return door.isEmpty() ? "" : " ".repeat(4 - door.length()) + door;
    }

    /** As record 003 writes the line. */
    public String standardLine() {
        return roadName + " " + house + (floor.isEmpty() ? "" : "," + floor) + (door.isEmpty() ? "" : " " + door);
    }

    /** As people write it: {@code Lærkevænget 12, 2. tv}. */
    public String spoken() {
        return roadName + " " + house + (floor.isEmpty() ? "" : ", " + floor + ".")
                + (door.isEmpty() ? "" : " " + door);
    }

    /** One string for one dwelling. */
    public String key() {
        return String.join("|", municipality, road, house, floor, door);
    }
}
