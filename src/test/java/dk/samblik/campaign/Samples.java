package dk.samblik.campaign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A good input of each parser, from which a fuzzer begins. */
final class Samples {

    private static final String HOMES = """
            SELSKAB;AFDELING;LEJEMAAL;LEJER1_CPR;LEJER2_CPR;ADRESSE;POSTNR;BYNAVN;INDFLYTNING;FRAFLYTNING;RESTANCE;\
            RESTANCE_SIDEN;RYKKERTRIN;OPHAEVET;UDSAETTELSE_DATO;BOLIGSOCIAL_KONTAKT
            101;12;1;1203859900;;"Vej; 12";9988;Fjordsted;01.08.2019;;6.120,00;01.10.2026;2;;;
            101;12;2;;x;Vej 14;9988;Fjordsted;31.12.9999;;;;;;;
            """;

    private static final String RESULT = """
            {"id":1,"resultat":"OK","sager":[{"sagsnummer":"27.36.12-2025-1","kle":"27.36.12","status":"AFGJORT",
              "foelsomhed":3,"oprettet":"2025-05-31T22:00:00.000+0000","afsluttet":null,"enhed":"Voksen","behandlerId":310}],
             "indsatser":[{"id":77001,"paragraf":{"lov":"SEL","sektion":"§ 85","kle":"27.36.12"},"tilstand":"BESTILT",
              "start":"2025-06-15T00:00:00.000+0000","slut":null,"omfang":{"antal":1.5,"pr":"UGE","minutter":90}}],
             "kalender":null,"ansvarlige":[{"medarbejderId":310,"navn":"Bente Friis","rolle":"PRIMAER","til":null}]}
            """;

    private Samples() {}

    /** Lays the sample of a parser in a folder, or those of all of them, each with the byte that chooses it. */
    static void into(Path corpus, Class<?> parser) throws IOException {
        if (parser != FuzzedAny.class) {
            Files.write(corpus.resolve("good"), of(parser.getSimpleName()));
            return;
        }
        for (int i = 0; i < FuzzedAny.PARSERS.size(); i++) {
            byte[] good = of(FuzzedAny.PARSERS.get(i).getSimpleName());
            byte[] chosen = Arrays.copyOf(good, good.length + 1);
            chosen[good.length] = (byte) i;
            Files.write(corpus.resolve("good-" + i), chosen);
        }
    }

    private static byte[] of(String parser) throws IOException {
        return switch (parser) {
            case "FuzzedDelivery" -> HOMES.getBytes(StandardCharsets.UTF_8);
            case "FuzzedAnswer" -> RESULT.getBytes(StandardCharsets.UTF_8);
            case "FuzzedMapping" -> Files.readAllBytes(Path.of("mappings", "bolig.yaml"));
            case "FuzzedRecords" -> Files.readAllBytes(Path.of("src/test/resources/registers/cpr/S261101.L099801"));
            default -> new byte[40];
        };
    }
}
