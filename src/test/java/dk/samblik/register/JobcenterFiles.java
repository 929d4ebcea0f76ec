package dk.samblik.register;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sample delivery of the job centre (registers/jobcenter), built anew by each test and spoilt as it likes. */
final class JobcenterFiles {

    static final Charset WESTERN = Charset.forName("windows-1252");

    final Path folder;
    private final Map<String, List<String>> tables = new LinkedHashMap<>();

    JobcenterFiles(Path folder) {
        this.folder = folder;
        table("BORGER", """
                CPRNR;NAVN;KOMMUNEKODE;MAALGRUPPE_KODE;MAALGRUPPE_TEKST;PERSONKATEGORI;TILMELDT_DATO;AFMELDT_DATO;TEAM
                1203859900;Solbakke, Mette;0998;6.3;Aktivitetsparat kontanthjælpsmodtager;Aktivitetsparat;04-02-2025;;Team Aktiv
                070579-9901;Kærgård, Jonas;998;6.6;Sygedagpengemodtager;;12-05-2026;;Team Sygedagpenge – Øst
                2309989900;Haddou, Amira;0998;6.5;Aktivitetsparat under 30;Aktivitetsparat;15-08-2024;;Team Unge
                """);
        table("SAG", """
                SAGSNR;CPRNR;KLE;STATUS;OPRETTET;AFSLUTTET;FOELSOMHED;SAGSTITEL;ENHED;BEHANDLER_INIT
                JC-2025-004711;1203859900;15.20.20;Oplyst;04-02-2025;;2;Kontaktforløb;Jobcenter Fjordsted Øst;MSKO
                JC-2023-001802;1203859900;15.18.05-G01;Afsluttet;10-01-2023;30-06-2023;2;"Praktik; afbrudt";Jobcenter Fjordsted Øst;ANBE
                JC-2026-000934;0705799901;15.17.06;Afgjort;12-05-2026;;3;Opfølgning;Jobcenter Fjordsted Øst;LHOL
                JC-2024-003120;2309989900;15.20.20;Passiv;15-08-2024;;2;Kontaktforløb;Jobcenter Fjordsted Unge;TRAV
                """);
        table("SAGSBEHANDLER", """
                INIT;NAVN;TITEL;TELEFON;EMAIL;ENHED;AKTIV
                MSKO;Mikkel Skov;Beskæftigelsesrådgiver;99 00 12 34;msko@fjordsted.example;Jobcenter Fjordsted Øst;J
                LHOL;Lene Holm;Sygedagpengerådgiver;99 00 12 35;lhol@fjordsted.example;Jobcenter Fjordsted Øst;J
                TRAV;Tine Ravn;;;;Jobcenter Fjordsted Unge;J
                YDEL;Yrsa Deleuran;Ydelsesmedarbejder;99 00 12 40;ydel@fjordsted.example;Ydelseskontoret;N
                """);
        table("ANSVARLIG", """
                CPRNR;INIT;ROLLE_KODE;PRIMAER;FRA;TIL
                1203859900;MSKO;01;1;04-02-2025;
                1203859900;YDEL;08;0;04-02-2025;30-09-2026
                0705799901;LHOL;01;1.0;12-05-2026;31-12-9999
                2309989900;TRAV;02;1;15-08-2024;
                """);
        table("YDELSE", """
                CPRNR;YDELSESART;SATS;FRA;TIL;BELOEB;ENHED;UDBETALINGSKOMMUNE
                1203859900;Kontanthjælp;Grundsats;01-07-2025;;12.495,00;Måned;0998
                1203859900;Uddannelseshjælp;;01-02-2024;30-06-2025;7.410,00;Måned;0998
                705799901;Sygedagpenge;;12-05-2026;31-12-9999;4.750,00;Uge;998
                2309989900;Kontanthjælp;Mindstesats;01-07-2025;;6.955,00;Måned;0998
                """);
        table("KONTAKT", """
                SAMTALE_ID;CPRNR;TYPE;DATO;TID;FORM;STATUS;INIT;STED
                6f1c0f0e-5a1e-4c11-8a6e-2f4f6b1a0c01;1203859900;Jobsamtale;24-11-2026;09:30;Fremmøde;Planlagt;MSKO;Jobcenter Fjordsted, lokale 3
                6f1c0f0e-5a1e-4c11-8a6e-2f4f6b1a0c02;1203859900;Opfølgning;02-11-2026;13:00;Telefon;Udeblevet;MSKO;
                6f1c0f0e-5a1e-4c11-8a6e-2f4f6b1a0c03;0705799901;Opfølgning;19-11-2026;;Video;Planlagt;LHOL;
                """);
        add(
                "KONTAKT",
                "6f1c0f0e-5a1e-4c11-8a6e-2f4f6b1a0c04;2309989900;Helhedsorienteret møde;26-10-2026;10:15;Fremmøde;"
                        + "Afholdt;XKRI;\"Beboerhuset,\r\nindgang \"\"B\"\"; 1. sal\"");
        table("AKTIVITET", """
                AKTIVITET_ID;CPRNR;TYPE;LOV;START;SLUT;TIMER_PR_UGE;MINUTTER_PR_UGE;VIRKSOMHED;CVR;STATUS
                0c9b7a52-4f5e-4f0e-9d7b-0d7f2f5f1a10;1203859900;Virksomhedspraktik;LAB § 57;01-09-2026;30-11-2026;20;30;Fjordsted Genbrug;99000012;Igang
                0c9b7a52-4f5e-4f0e-9d7b-0d7f2f5f1a11;2309989900;Mentorstøtte;LAB § 167;01-10-2025;31-12-9999;2;;;;Igang
                """);
        table("LOENTIMER", """
                CPRNR;MAANED;TIMER;ORDINAER;KILDE
                1203859900;2026-09;12,50;J;Fjordsted Rengøring ApS
                1203859900;2026-10;37,00;J;Fjordsted Rengøring ApS
                0705799901;2026-04;160,33;;Kærgård Tømrer
                """);
        table("UDDANNELSE", """
                CPRNR;UDDANNELSE;STATUS;FRA;TIL
                1203859900;Social- og sundhedshjælper;Afbrudt;15-08-2022;20-12-2022
                2309989900;;Igang;10-08-2026;
                """);
    }

    private void table(String name, String lines) {
        tables.put(name, new ArrayList<>(lines.lines().toList()));
    }

    JobcenterFiles add(String table, String record) {
        tables.get(table).add(record);
        return this;
    }

    JobcenterFiles line(String table, int line, String text) {
        tables.get(table).set(line, text);
        return this;
    }

    JobcenterFiles shorten(String table, int records) {
        List<String> lines = tables.get(table);
        lines.subList(lines.size() - records, lines.size()).clear();
        return this;
    }

    List<String> lines(String table) {
        return List.copyOf(tables.get(table));
    }

    /** Every file of one day, the ready file last. */
    JobcenterFiles deliver(String day) throws IOException {
        for (String table : tables.keySet()) {
            Files.write(file(table, day), text(table).getBytes(WESTERN));
        }
        return ready(day, "KLAR;" + day.replaceAll("(....)(..)(..)", "$1-$2-$3") + " 02:07\r\n");
    }

    JobcenterFiles ready(String day, String text) throws IOException {
        Files.writeString(folder.resolve("JC_KLAR_" + day + ".txt"), text);
        return this;
    }

    String text(String table) {
        List<String> lines = tables.get(table);
        return String.join("\r\n", lines) + "\r\nSLUT;" + (lines.size() - 1) + "\r\n";
    }

    Path file(String table, String day) {
        return folder.resolve("JC_" + table + "_" + day + ".csv");
    }
}
