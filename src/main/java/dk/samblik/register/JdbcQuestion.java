package dk.samblik.register;

import java.util.Map;

/**
 * One query about everybody in a chunk, as camel-jdbc takes it: {@link #toString()} is the SQL that Camel reads from the
 * body, the values stand apart and never in it.
 */
record JdbcQuestion(String register, RegisterFile.Table table, Map<String, Object> parameters) {

    JdbcQuestion {
        parameters = Map.copyOf(parameters);
    }

    @Override
    public String toString() {
        return String.valueOf(table.query());
    }
}
