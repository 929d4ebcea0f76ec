package dk.samblik.mapping;

import dk.samblik.register.Row;
import java.time.LocalDate;
import java.util.Map;

/** One row with the rows it looks up in other tables, by table, and the night by which it is judged. */
record Source(Row row, Map<String, Row> lookedUp, LocalDate night) {

    Source {
        lookedUp = Map.copyOf(lookedUp);
    }
}
