package dk.samblik.demo.people;

import java.util.ArrayList;
import java.util.List;

/** One of the three areas, with its roads and the housing association's numbers for it. */
public record Area(String name, String postcode, String city, List<Road> roads, int company, int department) {

    public Area {
        roads = List.copyOf(roads);
    }

    /** The first dwellings of the area, taken evenly from its roads; at most 400 houses a road. */
    List<Address> dwellings(int count) {
        List<Address> dwellings = new ArrayList<>();
        for (int n = 0; dwellings.size() < count; n++) {
            for (Road road : roads) {
                if (road.kind() == Road.Kind.FLATS || n < 400) {
                    dwellings.add(road.dwelling(n, postcode, city));
                }
            }
        }
        return dwellings.subList(0, count);
    }
}
