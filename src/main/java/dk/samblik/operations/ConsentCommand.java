package dk.samblik.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.samblik.household.CivilClock;
import dk.samblik.storage.Database;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.annotation.Qualifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts consents, by state and by department; a count below five is not told. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
@Command(
        name = "consent",
        description = "'consent report' counts consents by state and by department; no count below five is told.")
class ConsentCommand implements Callable<Integer> {

    private static final int FEWEST = 5;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", description = "report")
    private String what;

    @Option(names = "--output", description = "text or json", defaultValue = "text")
    private Output output;

    private final Database web;
    private final CivilClock clock;

    ConsentCommand(@Qualifier("webDatabase") Database web, CivilClock clock) {
        this.web = web;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (!what.equals("report")) {
            spec.commandLine().getErr().println(Sentences.say("consent.usage"));
            return ExitCode.USAGE;
        }
        Map<String, Long> counts = counts();
        if (output == Output.json) {
            ObjectNode json = new ObjectMapper().createObjectNode();
            counts.forEach((name, count) -> json.put(name, count < FEWEST ? null : count));
            spec.commandLine().getOut().println(json);
        } else {
            counts.forEach((name, count) -> spec.commandLine()
                    .getOut()
                    .printf("%-24s %s%n", name, count < FEWEST ? Sentences.say("consent.few", FEWEST) : count));
        }
        return ExitCode.DONE;
    }

    /** Neither a sum nor a share is among them, from which a count that is not told could be found. */
    private Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        web.sql().sql("""
                        select 'state.' || status as name, count(*) as n
                          from (select distinct on (consent_id) status from consent
                                 order by consent_id, version desc) as latest
                         group by status
                        union all
                        select 'in-force.' || source, count(*) from consent_in_force
                         where valid_from <= :today and valid_to >= :today group by source
                         order by 1
                        """).param("today", clock.today()).query(row -> {
            counts.put(row.getString("name"), row.getLong("n"));
        });
        return counts;
    }
}
