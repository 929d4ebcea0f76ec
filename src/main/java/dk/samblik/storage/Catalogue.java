package dk.samblik.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of the hub as PostgreSQL knows them, with their schema where it is not {@code public}; a table that is added later is in it by itself. */
record Catalogue(Connection connection) {

    private static final String TABLES = """
            select c.oid::regclass::text,
                   coalesce(array_agg(distinct p.oid::regclass::text) filter (where p.oid <> c.oid), '{}')
              from pg_catalog.pg_class c
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              left join pg_catalog.pg_constraint f on f.conrelid = c.oid and f.contype = 'f'
              left join pg_catalog.pg_class p on p.oid = f.confrelid
             where c.relkind = 'r' and c.relname <> 'schema_history'
               and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
             group by c.oid order by 1
            """;
    private static final String COLUMNS = """
            select attname from pg_catalog.pg_attribute
             where attrelid = cast(? as regclass) and attnum > 0 and not attisdropped and attgenerated = ''
             order by attnum
            """;

    /** Every table but the list of migrations, those that others refer to first. */
    List<String> tables() throws SQLException {
        Map<String, Set<String>> parents = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                parents.put(
                        rows.getString(1), Set.of((String[]) rows.getArray(2).getArray()));
            }
        }
        List<String> ordered = new ArrayList<>();
        while (!parents.isEmpty()) {
            List<String> next = parents.entrySet().stream()
                    .filter(table -> ordered.containsAll(table.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (next.isEmpty()) {
                throw new StorageRefused("Tables refer to each other in a ring: " + parents.keySet());
            }
            ordered.addAll(next);
            parents.keySet().removeAll(next);
        }
        return ordered;
    }

    List<String> columns(String table) throws SQLException {
        return texts(COLUMNS, table);
    }

    /** The version of the schema, as the migrations count. */
    String schemaVersion() throws SQLException {
        return texts("select version from schema_history where success and version is not null"
                        + " order by string_to_array(version, '.')::int[] desc limit 1")
                .get(0);
    }

    /** The sequences and how far each is. */
    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> sequences = new LinkedHashMap<>();
        for (String name : texts("select sequencename from pg_catalog.pg_sequences where schemaname = 'public'"
                + " and last_value is not null order by 1")) {
            sequences.put(
                    name,
                    Long.parseLong(
                            texts("select last_value from public." + name).get(0)));
        }
        return sequences;
    }

    /** How many others of the hub are connected to this database. */
    int others() throws SQLException {
        return Integer.parseInt(
                texts("select count(*) from pg_catalog.pg_stat_activity where datname = current_database()"
                                + " and application_name = 'samblik' and pid <> pg_backend_pid()")
                        .get(0));
    }

    /** Whether households are stored here. */
    boolean households() throws SQLException {
        return texts("select 1 where to_regclass('public.household') is not null")
                                .size()
                        == 1
                && texts("select 1 from public.household limit 1").size() == 1;
    }

    private List<String> texts(String query, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }
}
