package dk.samblik.demo.jobcenter;

import java.util.List;

/** The ten files, with their columns; {@code cprColumn} is -1 where there is no number. */
public enum Table {
    BORGER(
            Reading.READ,
            0,
            "CPRNR;NAVN;KOMMUNEKODE;MAALGRUPPE_KODE;MAALGRUPPE_TEKST;PERSONKATEGORI;TILMELDT_DATO;AFMELDT_DATO;TEAM"),
    SAG(Reading.READ, 1, "SAGSNR;CPRNR;KLE;STATUS;OPRETTET;AFSLUTTET;FOELSOMHED;SAGSTITEL;ENHED;BEHANDLER_INIT"),
    SAGSBEHANDLER(Reading.REFERENCE, -1, "INIT;NAVN;TITEL;TELEFON;EMAIL;ENHED;AKTIV"),
    ANSVARLIG(Reading.READ, 0, "CPRNR;INIT;ROLLE_KODE;PRIMAER;FRA;TIL"),
    YDELSE(Reading.READ, 0, "CPRNR;YDELSESART;SATS;FRA;TIL;BELOEB;ENHED;UDBETALINGSKOMMUNE"),
    KONTAKT(Reading.READ, 1, "SAMTALE_ID;CPRNR;TYPE;DATO;TID;FORM;STATUS;INIT;STED"),
    AKTIVITET(
            Reading.READ,
            1,
            "AKTIVITET_ID;CPRNR;TYPE;LOV;START;SLUT;TIMER_PR_UGE;MINUTTER_PR_UGE;VIRKSOMHED;CVR;STATUS"),
    FRAVAER(Reading.NEVER, 0, "CPRNR;FRAVAERSTYPE;FRA;TIL"),
    LOENTIMER(Reading.READ, 0, "CPRNR;MAANED;TIMER;ORDINAER;KILDE"),
    UDDANNELSE(Reading.READ, 0, "CPRNR;UDDANNELSE;STATUS;FRA;TIL");

    private final Reading reading;
    private final int cprColumn;
    private final List<String> columns;

    Table(Reading reading, int cprColumn, String header) {
        this.reading = reading;
        this.cprColumn = cprColumn;
        this.columns = List.of(header.split(";"));
    }

    /** What the hub does with a file. */
    enum Reading {
        READ,
        REFERENCE,
        NEVER
    }

    /** Whether the hub counts this file's rows. */
    boolean read() {
        return reading == Reading.READ;
    }

    int cprColumn() {
        return cprColumn;
    }

    /** The columns in the usual order. */
    public List<String> columns() {
        return columns;
    }
}
