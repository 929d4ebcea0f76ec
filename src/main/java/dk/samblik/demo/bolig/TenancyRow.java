package dk.samblik.demo.bolig;

import java.util.List;

/** A record of the file, values in column order; empty is null. */
public record TenancyRow(List<String> values) {

    /** The columns. */
    public static final List<String> COLUMNS = List.of(
            "SELSKAB",
            "AFDELING",
            "LEJEMAAL",
            "LEJER1_NAVN",
            "LEJER1_CPR",
            "LEJER2_NAVN",
            "LEJER2_CPR",
            "ADRESSE",
            "POSTNR",
            "BYNAVN",
            "INDFLYTNING",
            "FRAFLYTNING",
            "ANTAL_PERSONER",
            "HUSLEJE_MD",
            "RESTANCE",
            "RESTANCE_SIDEN",
            "RYKKERTRIN",
            "OPHAEVET",
            "UDSAETTELSE_DATO",
            "KOMMUNAL_ANVIST",
            "BOLIGSOCIAL_KONTAKT");

    public TenancyRow {
        values = List.copyOf(values);
        if (values.size() != COLUMNS.size()) {
            throw new IllegalArgumentException("a tenancy has " + COLUMNS.size() + " values");
        }
    }
}
