package dk.samblik.programme;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The roads of a school district, as the municipality lists them: a line each, {@code road;from;to;side}. */
final class SchoolDistrict {

    private static final String HEADER = "road;from;to;side";
    private static final Pattern LINE = Pattern.compile("(\\d{4});(\\d{1,3});(\\d{1,3});(BOTH|EVEN|ODD)");

    private SchoolDistrict() {}

    /** The area with its district's roads; {@code where} is said of a list that is not there. */
    static Area read(Path folder, String where, Area area) {
        Path file = folder.resolve("school-districts").resolve(area.schoolDistrict() + ".csv");
        if (!Files.isRegularFile(file)) {
            throw new ProgrammeBroken(List.of(where + ": there is no list of the school district '"
                    + area.schoolDistrict() + "'. Write it as school-districts/" + area.schoolDistrict() + ".csv."));
        }
        List<String> lines = ProgrammeFolder.text(file).lines().toList();
        List<Area.Road> roads = new ArrayList<>();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new ProgrammeBroken(List.of(file + ":1: the first line must be " + HEADER + "."));
        }
        for (int line = 1; line < lines.size(); line++) {
            Matcher road = LINE.matcher(lines.get(line));
            if (!road.matches()) {
                throw new ProgrammeBroken(List.of(file + ":" + (line + 1) + ": a road cannot be read. Write it as"
                        + " 0012;1;999;BOTH, with EVEN or ODD for one side."));
            }
            roads.add(new Area.Road(
                    road.group(1),
                    Integer.parseInt(road.group(2)),
                    Integer.parseInt(road.group(3)),
                    Area.Side.valueOf(road.group(4))));
        }
        return new Area(area.name(), area.schoolDistrict(), roads);
    }
}
