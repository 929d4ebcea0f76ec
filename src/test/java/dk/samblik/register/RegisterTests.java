package dk.samblik.register;

import dk.samblik.consent.Chunk;
import dk.samblik.run.RunSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.dataformat.csv.CsvDataFormat;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

/** What several tests of this package arrange alike. */
final class RegisterTests {

    /** Only for its converters; it is never started, and as it takes long to make there is one. */
    private static final DefaultCamelContext CAMEL = new DefaultCamelContext();

    private static final CsvDataFormat CSV = csv();

    private RegisterTests() {}

    static RunSettings mappings(Path folder) {
        return new RunSettings(
                50,
                1,
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                Duration.ofMinutes(10),
                Path.of("routes"),
                folder);
    }

    /** Every register configured; those that deliver files deliver here. */
    static RegisterSettings folder(Path folder) {
        return configured(folder, connection(null, "http://localhost:1"));
    }

    /** Every register configured; the social services are this service, and nobody else has anything to say. */
    static RegisterSettings service(String url, String secret, Duration limit, Duration pace) {
        return configured(
                Path.of("target"),
                new RegisterSettings.Connection(null, url, null, null, "client", secret, limit, pace));
    }

    private static RegisterSettings configured(Path folder, RegisterSettings.Connection social) {
        return new RegisterSettings(Map.of(
                "jobcenter", connection(folder, null),
                "boern-og-unge", connection(null, "jdbc:postgresql://localhost:1/none"),
                "social", social,
                "bolig", connection(folder, null)));
    }

    static RegisterSettings.Connection connection(Path folder, String url) {
        return new RegisterSettings.Connection(
                folder, url, "user", "secret", "client", "secret", Duration.ofSeconds(5), Duration.ofMillis(25));
    }

    /** What the ask route does with a cut: camel-csv to cells, then rows. */
    static Reading read(Deliveries deliveries, Chunk chunk, String register) {
        Cut cut = deliveries.cut(chunk, register);
        return deliveries.reading(cut, chunk, unmarshalled(cut), register);
    }

    @SuppressWarnings("unchecked")
    static List<List<String>> unmarshalled(Cut cut) {
        try {
            return (List<List<String>>) CSV.unmarshal(new DefaultExchange(CAMEL), cut);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static CsvDataFormat csv() {
        CAMEL.getTypeConverterRegistry().addTypeConverters(new CutReader());
        CsvDataFormat csv = new CsvDataFormat();
        csv.setDelimiter(';');
        csv.start();
        return csv;
    }
}
