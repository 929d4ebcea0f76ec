package dk.samblik.consent;

import dk.samblik.consent.ConsentRecord.Event;
import dk.samblik.consent.ConsentRecord.Role;
import dk.samblik.consent.ConsentRecord.State;
import dk.samblik.consent.ConsentRecord.What;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A receipt in one language, in the order it is read; page and PDF say the same. */
final class ReceiptScreen {

    private final Receipt receipt;
    private final ReceiptWords words;
    private final ReceiptPeople people;
    private final TakenBack takenBack;

    ReceiptScreen(Receipt receipt, ReceiptWords words) {
        this.receipt = receipt;
        this.words = words;
        this.people = new ReceiptPeople(receipt, words);
        this.takenBack = new TakenBack(receipt, words, people);
    }

    /** One register, what is fetched from it and why, and for each person whether it was agreed. */
    public record Row(String register, String what, List<String> agreed) {}

    /** Who said yes to what concerns one person, with the day, the way, and until when. */
    public record Given(String person, String by, String day, String how, String until) {}

    /** The record of one person's consent, to be fetched, and the code it is known by. */
    public record Post(String person, String consent, String code) {}

    public String language() {
        return words.locale().getLanguage();
    }

    public Locale locale() {
        return words.locale();
    }

    public String say(String key) {
        return words.say(key);
    }

    /** The number, without anything about anybody. */
    public String number() {
        return receipt.number();
    }

    public String kind() {
        return receipt.kind().name();
    }

    public String title() {
        return words.say("receipt.title." + kind());
    }

    public String issued() {
        return words.say("receipt.number", receipt.number(), words.moment(receipt.issued()));
    }

    /** The people the table has a column for: those of whom anything is agreed, in force or not yet. */
    public List<String> people() {
        return standing().map(people::subject).toList();
    }

    public List<Row> rows() {
        return Arrays.stream(Department.values())
                .map(source -> new Row(
                        words.say("department." + source),
                        words.say("receipt.source." + source),
                        standing().map(record -> agreed(record, source)).toList()))
                .toList();
    }

    private String agreed(ConsentRecord record, Department source) {
        boolean yes = record.piiProcessing().piiSources().contains(source);
        return words.say(yes ? "receipt.yes" : "receipt.no");
    }

    /** The kinds of information agreed to by somebody who did not agree to all that the registers hold. */
    public List<String> kinds() {
        List<String> lines = new ArrayList<>();
        standing().forEach(record -> {
            Set<Category> agreed = EnumSet.noneOf(Category.class);
            record.piiProcessing().piiInformation().forEach(kind -> agreed.add(kind.piiType()));
            if (!agreed.containsAll(Offer.kinds(record.piiProcessing().piiSources()))) {
                lines.add(words.say("receipt.only", people.subject(record), categories(agreed)));
            }
        });
        return lines;
    }

    /** Kinds of information that somebody has left out. */
    public List<String> exceptions() {
        List<String> lines = new ArrayList<>();
        standing().forEach(record -> {
            Set<Category> out = EnumSet.allOf(Category.class);
            record.piiProcessing().piiInformation().forEach(kind -> out.remove(kind.piiType()));
            if (!out.isEmpty()) {
                lines.add(words.say("receipt.except", people.subject(record), categories(out)));
            }
        });
        return lines;
    }

    private String categories(Set<Category> some) {
        return words.list(
                some.stream().map(category -> words.say("category." + category)).toList());
    }

    /** Those who gave it on the same day, in the same way and capacity, share a line. */
    public List<Given> given() {
        List<Given> lines = new ArrayList<>();
        for (ConsentRecord record : receipt.records()) {
            Map<List<@Nullable Object>, List<Event>> together = new LinkedHashMap<>();
            events(record, What.GIVEN)
                    .forEach(event -> together.computeIfAbsent(
                                    Arrays.asList(event.eventTime(), event.given()), same -> new ArrayList<>())
                            .add(event));
            together.values().forEach(events -> lines.add(given(record, events)));
        }
        return lines;
    }

    private Given given(ConsentRecord record, List<Event> events) {
        ConsentRecord.Given how = events.get(0).given();
        String until = events(record, What.RECORDED)
                .flatMap(each -> Stream.ofNullable(each.validityDuration()))
                .findFirst()
                .map(duration -> words.shortDate(LocalDate.parse(duration.substring(duration.indexOf('/') + 1))))
                .orElse("");
        return new Given(
                people.subject(record),
                people.givers(record, events),
                words.shortDate(LocalDate.parse(events.get(0).eventTime())),
                how == null ? "" : how(how),
                until);
    }

    private String how(ConsentRecord.Given how) {
        String method = how.method() == null ? "" : words.say("receipt.method." + how.method());
        String checked = how.identityCheckedBy();
        return checked == null
                ? method
                : words.say(
                        "receipt.checked", method, words.say("receipt.identity." + checked.toLowerCase(Locale.ROOT)));
    }

    /** What it is used for, how far back, and who may see it. */
    public List<String> use() {
        List<String> lines = new ArrayList<>();
        ConsentRecord.Processing first = receipt.records().get(0).piiProcessing();
        lines.add(words.sayOr("receipt.purpose." + first.purpose(), first.purpose()));
        same(record -> words.say(
                        "receipt.back", words.period(record.piiProcessing().dataPeriod())))
                .forEach(lines::add);
        same(record -> words.say("receipt.seen-by", words.list(recipients(record))))
                .forEach(lines::add);
        return lines;
    }

    /** One line where it is the same for everybody, else one for each. */
    private List<String> same(Function<ConsentRecord, String> line) {
        List<ConsentRecord> standing = standing().toList();
        List<String> all = standing.stream().map(line).distinct().toList();
        return all.size() < 2
                ? all
                : standing.stream()
                        .map(record -> words.say("receipt.for", people.subject(record), line.apply(record)))
                        .toList();
    }

    private List<String> recipients(ConsentRecord record) {
        return record.piiProcessing().recipientThirdParties().stream()
                .map(each -> words.recipient(each.recipient()))
                .toList();
    }

    /** What was stopped and removed, and what stays until when. */
    public List<String> stopped() {
        return takenBack.stopped();
    }

    public List<String> stays() {
        return takenBack.stays();
    }

    /** What happens from here on. */
    public List<String> now() {
        List<String> lines = new ArrayList<>();
        if (receipt.kind() == Receipt.Kind.GIVEN) {
            lines.add(words.say("receipt.now.first"));
        }
        receipt.records().stream()
                .filter(record -> record.state() == State.DRAFT)
                .forEach(record -> lines.add(words.say("receipt.now.draft", people.subject(record))));
        lines.add(words.say("receipt.now.end"));
        return lines;
    }

    /** The ways to take it back, each at least as easy as giving it was; what the consent itself says where none is set. */
    public List<String> ways() {
        ConsentRecord.Party controller = controller();
        List<String> ways = Stream.of(
                        way("receipt.way.phone", controller.partyPhone()),
                        way("receipt.way.mail", controller.partyEmail()),
                        way("receipt.way.place", controller.partyAddress()))
                .flatMap(Stream::ofNullable)
                .toList();
        String agreed = receipt.records().get(0).piiProcessing().withdrawalMethod();
        return ways.isEmpty()
                ? Stream.ofNullable(way("receipt.way.agreed", agreed)).toList()
                : ways;
    }

    private @Nullable String way(String key, @Nullable String value) {
        return value == null || value.isBlank() ? null : words.say(key, value);
    }

    /** Who is responsible, whom to ask, and where to complain. */
    public List<String> responsible() {
        String officer = receipt.records().get(0).parties(Role.DATA_PROTECTION_OFFICER).stream()
                .findFirst()
                .map(ConsentRecord.Party::partyContact)
                .orElse(null);
        return Stream.of(
                        way("receipt.controller", controller().partyName()),
                        way("receipt.dpo", officer),
                        words.say("receipt.rights"))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private ConsentRecord.Party controller() {
        return receipt.records().get(0).parties(Role.PII_CONTROLLER).get(0);
    }

    public List<Post> posts() {
        return receipt.entries().stream()
                .map(entry -> new Post(
                        people.subject(entry.record()),
                        entry.record().header().recordId().toString(),
                        entry.code()))
                .toList();
    }

    private Stream<ConsentRecord> standing() {
        return receipt.records().stream()
                .filter(record -> record.state() == State.ACTIVE || record.state() == State.DRAFT);
    }

    private static Stream<Event> events(ConsentRecord record, What what) {
        return record.events().stream().filter(event -> event.eventType() == what);
    }
}
