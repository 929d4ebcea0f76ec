package dk.samblik.demo.bu;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The tables of schema bu that the demo fills, each column with its type. */
public enum BuTable {
    ORGENHED("id int, navn text, overordnet_id int"),
    BEHANDLER("id int, navn text, titel text, telefon text, email text, aktiv bool"),
    SAG(
            "sag_id uuid, sagsnummer text, sagstype_kode text, kle text, status_kode text, foelsomhed int2, er_fortrolig bool,"
                    + " tvang bool, oprettet date, afsluttet date, primaer_cpr text, orgenhed_id int,"
                    + " primaer_behandler_id int, visningsklasse text, slettet bool, aendret timestamp"),
    SAG_PART("sag_id uuid, cpr text, rolle text, fra date, til date"),
    INDSATS("indsats_id int, sag_id uuid, cpr text, lov text, paragraf text, type_kode text, leverandoer text,"
            + " bevilget date, start date, slut date, timer_uge numeric, status text, samtykke text"),
    FRIST("frist_id int, sag_id uuid, type text, dato date, opfyldt date"),
    AKTIVITET(
            "aktivitet_id int, sag_id uuid, type text, haendelsesdato date, status text, lovpligtig bool, notat text"),
    UNDERRETNING(
            "underretning_id int, sag_id uuid, cpr text, ufoedt bool, modtaget date, underretter text, aarsag text,"
                    + " beskrivelse text"),
    ELEV("cpr text, institutionsnr text, skole text, klasse text, klassetrin int2, fra date, til date"),
    SKOLEKALENDER("institutionsnr text, dato date, skoledag bool"),
    ELEVFRAVAER("cpr text, dato date, kategori text, omfang text, registreret timestamp, rettet bool"),
    DAGTILBUD("cpr text, institution text, type text, fra date, til date, obligatorisk bool, moduldage int2"),
    FREMMOEDE("cpr text, dato date, kom time, gik time, fravaerskode text"),
    LUKKEDAG("institution text, dato date");

    private final List<String> columns;

    BuTable(String columns) {
        this.columns = Arrays.stream(columns.split(",")).map(String::strip).toList();
    }

    int width() {
        return columns.size();
    }

    /** One statement that takes an array of texts a column; an empty text is null. */
    String insert() {
        String names = columns.stream().map(BuTable::name).collect(Collectors.joining(", "));
        String values = columns.stream()
                .map(column -> "nullif(" + name(column) + ", '')::" + column.substring(column.indexOf(' ') + 1))
                .collect(Collectors.joining(", "));
        String arrays = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        return "insert into bu." + name().toLowerCase(Locale.ROOT) + " (" + names + ") select " + values
                + " from unnest(" + arrays + ") as t(" + names + ")";
    }

    private static String name(String column) {
        return column.substring(0, column.indexOf(' '));
    }
}
