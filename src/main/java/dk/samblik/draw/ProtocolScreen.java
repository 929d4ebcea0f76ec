package dk.samblik.draw;

import dk.samblik.draw.LotKeys.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The protocol of a locked draw, the same on the screen as on paper: what was decided, and how many of each area. */
record ProtocolScreen(DrawScreen screen, List<Line> lines) {

    ProtocolScreen {
        lines = List.copyOf(lines);
    }

    /** How many of an area were in the lot, drawn, and in the control group. */
    public record Stratum(String area, long population, long drawn) {}

    /** One line an area; after the closing only how many were drawn is known. */
    public List<Stratum> strata() {
        Map<String, List<Line>> byArea = new TreeMap<>();
        lines.forEach(line ->
                byArea.computeIfAbsent(line.area(), none -> new ArrayList<>()).add(line));
        List<Stratum> strata = new ArrayList<>();
        byArea.forEach((area, of) -> strata.add(new Stratum(
                area.equals("*") ? screen.words().say("draw.all-areas") : area,
                of.size(),
                of.stream().filter(line -> line.part().equals("DRAWN")).count())));
        return strata;
    }

    /** The keys drawn, by their place. */
    public List<Line> drawn() {
        return lines.stream()
                .filter(line -> line.part().equals("DRAWN"))
                .sorted((one, other) -> Integer.compare(place(one), place(other)))
                .toList();
    }

    private static int place(Line line) {
        Integer place = line.place();
        return place == null ? 0 : place;
    }

    /** Whether every key is still there, so that the file holds all of them. */
    public boolean whole() {
        return screen.draw().state() == Draw.State.LOCKED;
    }
}
