package dk.samblik.consent;

/** How a row in force is written: made where it is new, changed in place where it grows. */
final class InForceRowSql {

    static final String PUT = """
            insert into consent_in_force (person_id, source, household_id, consent_id, version, categories, period_back,
              valid_from, valid_to)
            values (?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?, ?)
            on conflict (person_id, source) do update set household_id = excluded.household_id,
              consent_id = excluded.consent_id, version = excluded.version, categories = excluded.categories,
              period_back = excluded.period_back, valid_from = excluded.valid_from, valid_to = excluded.valid_to
            """;

    private InForceRowSql() {}

    static Object[] values(InForceRow row) {
        return new Object[] {
            row.person().value(),
            row.source().name(),
            row.household().value(),
            row.consent(),
            row.version(),
            Rows.joined(row.categories()),
            row.back().toString(),
            Rows.sql(row.from()),
            Rows.sql(row.to())
        };
    }
}
