package dk.samblik.register;

import dk.samblik.household.Cpr;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The header of a delivered file, by which its fields are found whatever their order, and the charset it is read in. */
record Columns(Map<String, Integer> places, Charset charset) {

    static final Columns NONE = new Columns(Map.of(), Charset.defaultCharset());

    Columns {
        places = Map.copyOf(places);
    }

    /** Whether a row has as many fields as the header; one that has not cannot be trusted to say anything. */
    boolean fit(CsvRecord row) {
        return row.fields() == places.size();
    }

    /** The text of a column that the header has. */
    String text(CsvRecord row, String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new HeldBack("MISSING_COLUMN");
        }
        return row.text(place, charset);
    }

    /** The numbers in these columns; empty for one that is blank or cannot be read. */
    List<Optional<Cpr>> members(CsvRecord row, List<String> columns) {
        List<Optional<Cpr>> numbers = new ArrayList<>(columns.size());
        for (String column : columns) {
            numbers.add(Cpr.read(text(row, column)));
        }
        return numbers;
    }
}
