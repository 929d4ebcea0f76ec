package dk.samblik.register;

import dk.samblik.household.Department;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a mapping file that says where a register's rows come from and which columns of them are let out. What the
 * file does not name stays in the register.
 */
public record RegisterFile(
        String name,
        String title,
        Department answersFor,
        Kind kind,
        Duration staleAfter,
        @Nullable DeliveryShape delivery,
        @Nullable ServiceShape service,
        List<Table> tables,
        List<Lookup> lookups,
        @Nullable OpenCaseShape openCase) {

    /** How a register is reached. */
    public enum Kind {
        CSV,
        JDBC,
        REST
    }

    /**
     * Rows about persons: a table of a delivery, a query, or a list in an answer. {@code members} are the columns that
     * hold a CPR number, {@code columns} all that may be let out; {@code query} is SQL, null unless asked by jdbc.
     */
    public record Table(String name, @Nullable String query, List<String> members, Set<String> columns) {
        public Table {
            members = List.copyOf(members);
            columns = Set.copyOf(columns);
        }

        private Table with(Table other) {
            Set<String> together = new LinkedHashSet<>(columns);
            together.addAll(other.columns);
            Set<String> persons = new LinkedHashSet<>(members);
            persons.addAll(other.members);
            return new Table(name, query == null ? other.query : query, List.copyOf(persons), together);
        }
    }

    /** A table that is not about persons, found by its key column. */
    public record Lookup(String table, String key, Set<String> columns) {
        public Lookup {
            columns = Set.copyOf(columns);
        }
    }

    public RegisterFile {
        tables = together(tables);
        lookups = List.copyOf(lookups);
    }

    /** Two records from one table are one reading of it. */
    private static List<Table> together(List<Table> tables) {
        Map<String, Table> byName = new LinkedHashMap<>();
        tables.forEach(table -> byName.merge(table.name(), table, Table::with));
        return List.copyOf(byName.values());
    }

    /** The columns that may be let out of a table; empty for one that the file does not name. */
    public Set<String> columns(String table) {
        Set<String> columns = new LinkedHashSet<>();
        tables.stream().filter(known -> known.name().equals(table)).forEach(known -> columns.addAll(known.columns()));
        lookups.stream().filter(known -> known.table().equals(table)).forEach(known -> columns.addAll(known.columns()));
        return columns;
    }

    /** How a set of delivered files is laid out; files register. */
    DeliveryShape deliveryShape() {
        if (delivery == null) {
            throw new IllegalStateException(name + " is not delivered as files");
        }
        return delivery;
    }

    /** How the calls of a service are written; REST register. */
    ServiceShape serviceShape() {
        if (service == null) {
            throw new IllegalStateException(name + " is not asked by calls");
        }
        return service;
    }
}
