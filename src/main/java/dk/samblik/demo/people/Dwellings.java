package dk.samblik.demo.people;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The dwellings of the three areas, each let once, in an order the seed decides. */
public final class Dwellings {

    private final Town town;
    private final Map<Area, Deque<Address>> free = new HashMap<>();
    private final List<Address> vacant = new ArrayList<>();
    private int homes;

    public Dwellings(Town town, int households) {
        this.town = town;
        int each = (households + households / 10) / Areas.ALL.size() + 40;
        for (Area area : Areas.ALL) {
            List<Address> order = town.dice("dwellings", area.name()).shuffled(area.dwellings(each));
            free.put(area, new ArrayDeque<>(order));
        }
    }

    /** A new home in the area whose turn it is. */
    public Home next() {
        return next(Areas.ALL.get(homes % Areas.ALL.size()));
    }

    /** A new home in an area. */
    public Home next(Area area) {
        homes++;
        return new Home(town, area, take(area), town.dice("home", homes));
    }

    /** A dwelling nobody is registered at. */
    public Address vacant(Area area) {
        Address address = take(area);
        vacant.add(address);
        return address;
    }

    /** How many homes were given out. */
    public int homes() {
        return homes;
    }

    private Address take(Area area) {
        Deque<Address> left = free.get(area);
        if (left == null || left.isEmpty()) {
            throw new IllegalStateException("no dwelling left in " + area.name());
        }
        return left.removeFirst();
    }
}
