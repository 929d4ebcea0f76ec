package dk.samblik.campaign.canary;

import dk.samblik.campaign.canary.Marker.Reach;
import dk.samblik.campaign.canary.Markers.Field;
import dk.samblik.campaign.canary.Markers.Letters;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The children-and-youth database with markers, and its bad days. Notes, concern reports and cases that are hidden are
 * marked as what may come nowhere; so is every text about a child whose consent does not cover this register.
 */
final class MarkedBu {

    private static final String HIDDEN =
            "(s.slettet or s.tvang or s.foelsomhed = 4 or s.visningsklasse is not null or exists (select from bu.sag_part p"
                    + " where p.sag_id = s.sag_id and p.rolle = 'UFOEDT'))";
    private static final Map<String, String> TEXTS = Map.of(
            "sag.sagsnummer", "select s.ctid, s.primaer_cpr, s.sagsnummer, " + HIDDEN + " from bu.sag s",
            "sag.visningsklasse", "select s.ctid, s.primaer_cpr, s.visningsklasse, true from bu.sag s",
            "indsats.leverandoer",
                    "select i.ctid, i.cpr, i.leverandoer, " + HIDDEN
                            + " from bu.indsats i join bu.sag s using (sag_id)",
            "aktivitet.notat",
                    "select a.ctid, s.primaer_cpr, a.notat, true from bu.aktivitet a join bu.sag s using (sag_id)",
            "underretning.underretter", "select u.ctid, u.cpr, u.underretter, true from bu.underretning u",
            "underretning.aarsag", "select u.ctid, u.cpr, u.aarsag, true from bu.underretning u",
            "underretning.beskrivelse", "select u.ctid, u.cpr, u.beskrivelse, true from bu.underretning u",
            "elev.skole", "select e.ctid, e.cpr, e.skole, false from bu.elev e",
            "elev.klasse", "select e.ctid, e.cpr, e.klasse, false from bu.elev e",
            "dagtilbud.institution", "select d.ctid, d.cpr, d.institution, false from bu.dagtilbud d");

    private final DataSource owner;
    private final Covered covered;
    private final Markers markers;

    MarkedBu(DataSource owner, Covered covered, Markers markers) {
        this.owner = owner;
        this.covered = covered;
        this.markers = markers;
    }

    /** A text that stands in a row: where, whose, and whether the hub's question leaves it out. */
    private record Text(String place, String cpr, String text, String hidden) {}

    /** Puts the markers in. */
    MarkedBu mark() throws SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            TEXTS.forEach((column, query) -> mark(sql, column, query));
            connection.commit();
        }
        return this;
    }

    private void mark(JdbcClient sql, String column, String query) {
        String table = column.substring(0, column.indexOf('.'));
        String name = column.substring(column.indexOf('.') + 1);
        List<Text> texts = sql.sql("select t.place::text as place, cpr, text, hidden::text as hidden from (" + query
                        + ") as t (place, cpr, text, hidden) where text is not null")
                .query(Text.class)
                .list();
        for (Text text : texts) {
            int person = covered.person(text.cpr());
            boolean shown = covered.by("CHILDREN", person) && text.hidden().equals("false");
            Field field = new Field(person, "boern-og-unge", column, Letters.ANY);
            sql.sql("update bu." + table + " set " + name + " = ? where ctid = ?::tid")
                    .params(markers.token(field, text.text(), shown ? Reach.PAGES : Reach.NOWHERE), text.place())
                    .update();
        }
    }

    /** Of somebody with a consent, a case more for every text field, with something unreadable in it. */
    void everyField() {
        for (String column : List.of("sagsnummer", "sagstype_kode", "kle", "status_kode")) {
            copy("sag", "sag_id", "primaer_cpr", column);
        }
        for (String column : List.of("lov", "paragraf", "type_kode", "leverandoer", "status", "samtykke")) {
            copy("indsats", "indsats_id", "cpr", column);
        }
        for (String column : List.of("skole", "klasse")) {
            copy("elev", "", "cpr", column);
        }
        copy("dagtilbud", "", "cpr", "type");
    }

    private void copy(String table, String key, String cpr, String column) {
        JdbcClient sql = JdbcClient.create(owner);
        String number = number(sql, table, cpr, this::consented);
        Field field =
                new Field(covered.person(number), "boern-og-unge", table + "." + column + " unreadable", Letters.ANY);
        String change = key.isEmpty() ? "" : ", '" + key + "', " + fresh(key);
        sql.sql("insert into bu." + table + " select (jsonb_populate_record(cast(null as bu." + table
                        + "), to_jsonb(t) || jsonb_build_object('" + column + "', cast(:token as text)" + change
                        + "))).* from (select * from " + plain(table) + " where " + cpr + " = :number limit 1) as t")
                .param("token", markers.fresh(field, Reach.PAGES))
                .param("number", number)
                .update();
    }

    private String number(JdbcClient sql, String table, String cpr, Predicate<String> wanted) {
        return sql.sql("select " + cpr + " from " + plain(table)).query(String.class).list().stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    /** Without cases that are hidden: what hides one may be a row of another table, which a copy would not have. */
    private static String plain(String table) {
        return table.equals("sag") ? "(select s.* from bu.sag s where " + HIDDEN + " is not true) as p" : "bu." + table;
    }

    private boolean consented(String number) {
        return covered.by("CHILDREN", covered.person(number));
    }

    private static String fresh(String key) {
        return key.equals("sag_id") ? "'" + UUID.randomUUID() + "'" : "(select max(" + key + ") + 1 from bu.indsats)";
    }

    /** Cuts every connection and lets nobody in while something is done. */
    void down(Runnable meanwhile) {
        JdbcClient sql = JdbcClient.create(owner);
        sql.sql("revoke usage on schema bu from samblik_laeser").update();
        sql.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                        + " and pid <> pg_backend_pid()")
                .query()
                .listOfRows();
        try {
            meanwhile.run();
        } finally {
            sql.sql("grant usage on schema bu to samblik_laeser").update();
        }
    }

    /** Holds the cases locked while something is done, so that a question about them runs into its limit. */
    void locked(Runnable meanwhile) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql("lock table bu.sag in access exclusive mode")
                    .update();
            meanwhile.run();
            connection.rollback();
        }
    }

    /** The vendor's new view stumbles over a value of somebody nobody asked about, and its error message names it. */
    void stumbling(Runnable meanwhile) {
        JdbcClient sql = JdbcClient.create(owner);
        String without = number(sql, "sag", "primaer_cpr", cpr -> !consented(cpr));
        sql.sql("alter table bu.sag rename to sag_tabel").update();
        sql.sql("create view bu.sag as select * from bu.sag_tabel where cast((select max(sagsnummer) from bu.sag_tabel"
                        + " where primaer_cpr = '" + without + "') as integer) is not null")
                .update();
        sql.sql("grant select on bu.sag to samblik_laeser").update();
        try {
            meanwhile.run();
        } finally {
            sql.sql("drop view bu.sag").update();
            sql.sql("alter table bu.sag_tabel rename to sag").update();
        }
    }
}
