package dk.samblik.register;

import dk.samblik.campaign.Malformed;
import dk.samblik.run.Fates;
import dk.samblik.storage.TestDatabase;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How a file of the job centre or of the housing association is spoilt and delivered; with what, its heirs say. */
abstract class FileTrials {

    static final String TODAY = "20261117";
    static final String METTE = Delivered.PEOPLE.get(0);
    static final Map<String, Long> ROWS = Map.of("SAG", 4L, "LEJEMAAL", 3L);
    static final String HOMES = Delivered.lines(
            "SELSKAB;AFDELING;LEJEMAAL;LEJER1_NAVN;LEJER1_CPR;LEJER2_NAVN;LEJER2_CPR;ADRESSE;POSTNR;BYNAVN;INDFLYTNING;"
                    + "FRAFLYTNING;ANTAL_PERSONER;HUSLEJE_MD;RESTANCE;RESTANCE_SIDEN;RYKKERTRIN;OPHAEVET;UDSAETTELSE_DATO;"
                    + "KOMMUNAL_ANVIST;BOLIGSOCIAL_KONTAKT",
            home("1", METTE, "Lærkevænget 12, 2.tv", "01.08.2019", ""),
            home("2", Delivered.PEOPLE.get(1), "Lærkevænget 14", "01.02.2011", "6.120,00"),
            home("3", Delivered.PEOPLE.get(2), "Gærdesangervej 3", "01.05.2024", "0,00"));
    static final Fates HOMES_MAPPED = new Fates(3, 0, 0, 0);
    static final Fates CASES_MAPPED = new Fates(24, 0, 2, 0);

    final Delivered jobcenter;
    final Delivered bolig;
    final List<Malformed> all = new ArrayList<>();

    static String home(String number, String cpr, String address, String from, String owed) {
        return "101;12;" + number + ";;" + cpr + ";;;" + address + ";9988;Fjordsted;" + from + ";;2;;" + owed
                + ";;;;;;";
    }

    static String sag(String number, String cpr, String opened, String unit) {
        return number + ";" + cpr + ";15.20.20;Oplyst;" + opened + ";;2;;" + unit + ";";
    }

    static final Charset WESTERN = JobcenterFiles.WESTERN;

    static String cases() {
        return Malformed.sum(CASES_MAPPED, 0, 0);
    }

    static String homes(Fates fates, int nobodys, int others) {
        return Malformed.sum(fates, nobodys, others);
    }

    static byte[] homes() {
        return HOMES.getBytes(StandardCharsets.UTF_8);
    }

    void both(String words, UnaryOperator<byte[]> spoiling, String ofCases, String ofHomes) {
        onlyJobcenter(words, text -> spoiling.apply(text.getBytes(WESTERN)), ofCases);
        onlyBolig(words, spoiling.apply(homes()), ofHomes);
    }

    void text(String words, UnaryOperator<String> spoiling, String ofCases, String ofHomes) {
        onlyJobcenter(words, text -> spoiling.apply(text).getBytes(WESTERN), ofCases);
        onlyBolig(words, spoiling.apply(HOMES).getBytes(StandardCharsets.UTF_8), ofHomes);
    }

    interface Written {
        byte[] bytes(String text);
    }

    void onlyJobcenter(String words, Written cases, String becomes) {
        add(
                "jobcenter",
                words,
                becomes,
                () -> jobcenter.outcome(folder -> {
                    JobcenterFiles files = new JobcenterFiles(folder).deliver(TODAY);
                    Files.write(files.file("SAG", TODAY), cases.bytes(files.text("SAG")));
                }));
    }

    void onlyBolig(String words, byte[] file, String becomes) {
        add(
                "bolig",
                words,
                becomes,
                () -> bolig.outcome(folder -> Files.write(folder.resolve("BOLIG_LEJEMAAL_20261116.csv"), file)));
    }

    void add(String register, String words, String becomes, Malformed.Trial trial) {
        all.add(new Malformed(register, words, becomes, trial));
    }

    FileTrials(TestDatabase database) {
        jobcenter = new Delivered(database, "jobcenter", "20261116", ROWS);
        bolig = new Delivered(database, "bolig", "20261109", ROWS);
    }
}
