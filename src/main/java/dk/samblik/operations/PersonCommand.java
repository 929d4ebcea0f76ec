package dk.samblik.operations;

import com.fasterxml.jackson.databind.JsonNode;
import dk.samblik.access.Access;
import dk.samblik.access.Grant;
import dk.samblik.access.PersonLog;
import dk.samblik.access.Viewer;
import dk.samblik.consent.PersonRecords;
import dk.samblik.effect.ErasedSeries;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.meeting.OwnLines;
import dk.samblik.team.Words;
import dk.samblik.view.Holdings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a person may ask for: to be told what is held about them, and to be erased. The terminal shows counts only. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
@Command(
        name = "person",
        description =
                "'person export' writes what is held about a person, and who looked, to a private folder; 'person"
                        + " erase --yes' withdraws and erases. The CPR number is read from standard input, never from an argument.")
class PersonCommand implements Callable<Integer> {

    private static final String EXPORT = "export";
    private static final String ERASE = "erase";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", description = "export or erase")
    private String what;

    @Option(names = "--by", required = true, description = "who does this, as the access log shall say")
    private String by;

    @Option(names = "--to", description = "export: where the new folder is made", defaultValue = "work/exports")
    private Path to;

    @Option(names = "--language", description = "export: da or en", defaultValue = "da")
    private String language;

    @Option(names = "--yes", description = "erase: yes, it cannot be undone")
    private boolean yes;

    private final PersonRecords records;
    private final Holdings holdings;
    private final OwnLines own;
    private final ErasedSeries series;
    private final PersonLog log;
    private final MessageSource messages;
    private final CivilClock clock;

    PersonCommand(
            PersonRecords records,
            Holdings holdings,
            OwnLines own,
            ErasedSeries series,
            PersonLog log,
            MessageSource messages,
            CivilClock clock) {
        this.records = records;
        this.holdings = holdings;
        this.own = own;
        this.series = series;
        this.log = log;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        if (!Set.of(EXPORT, ERASE).contains(what) || (what.equals(ERASE) && !yes)) {
            return wrong("Say 'person export', or 'person erase --yes'; the CPR number comes on standard input.");
        }
        Optional<Cpr> number = number();
        if (number.isEmpty()) {
            return wrong("That is no CPR number. Nobody was looked up.");
        }
        String requestId = "console-" + UUID.randomUUID();
        return what.equals(EXPORT) ? export(number.get(), requestId) : erase(number.get(), requestId);
    }

    private static Optional<Cpr> number() throws IOException {
        // Not closed: standard input is not ours.
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII)).readLine();
        return Optional.ofNullable(line).flatMap(Cpr::read);
    }

    private Viewer viewer(Viewer.Role role) {
        return new Viewer("console/" + by, by, role, "Samblik", Set.of());
    }

    private int export(Cpr number, String requestId) {
        PersonRecords.Found found =
                records.find(number, Access.Action.EXPORT, "GDPR-15", viewer(Viewer.Role.IT), requestId);
        if (found.memberships().isEmpty()) {
            say("Nothing is held about this person.");
            return ExitCode.DONE;
        }
        Map<String, JsonNode> parts = parts(found);
        Words words = new Words(messages, Locale.forLanguageTag(language), clock);
        say("written to " + new PersonExport(words).write(to, parts));
        parts.forEach((part, items) -> say(part + " " + items.size()));
        return ExitCode.DONE;
    }

    private Map<String, JsonNode> parts(PersonRecords.Found found) {
        Grant grant = found.grant();
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        parts.put("memberships", PersonExport.items(found.memberships()));
        parts.put("consents", each(found, one -> records.consents(grant, one)));
        parts.put("registers", each(found, one -> holdings.sections(grant, one.household(), one.person())));
        parts.put("refused", each(found, one -> holdings.refused(one.person())));
        parts.put("own", each(found, one -> own.about(grant, one.household(), one.person())));
        parts.put(
                "looks",
                each(found, one -> log.about(grant, List.of(one.person()), one.household(), one.from(), one.to())));
        return parts;
    }

    private interface Part {
        List<?> of(PersonRecords.Membership membership);
    }

    private static JsonNode each(PersonRecords.Found found, Part part) {
        Stream<?> items = found.memberships().stream().flatMap(one -> part.of(one).stream());
        return PersonExport.items(items.toList());
    }

    private int erase(Cpr number, String requestId) {
        Viewer viewer = viewer(Viewer.Role.HUB);
        PersonRecords.Found found = records.find(number, Access.Action.SEARCH, "GDPR-17", viewer, requestId);
        if (found.memberships().isEmpty()) {
            say("Nothing is held about this person.");
            return ExitCode.DONE;
        }
        PersonRecords.Erasure done = records.erase(found, viewer, requestId);
        say("erased: " + found.memberships().size() + " memberships, " + done.withdrawn()
                + " consents withdrawn with all" + " that hung on them");
        int figures = found.memberships().stream()
                .mapToInt(one -> series.forget(one.household(), one.person()))
                .sum();
        say("erased from the effect series: " + figures + " figures; what was released stays");
        say("kept as proof: " + done.proofs()
                + " versions of consents, and the access log; see docs/retention.md for how" + " long");
        return ExitCode.DONE;
    }

    private int wrong(String sentence) {
        spec.commandLine().getErr().println(sentence);
        return ExitCode.USAGE;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
