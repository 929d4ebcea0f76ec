package dk.samblik.consent;

import dk.samblik.consent.ConsentRecord.State;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A receipt in one language, in the order it is read; page and PDF say the same. */
final class ReceiptScreen {

    private final Receipt receipt;
    private final ReceiptWords words;
    private final ReceiptPeople people;
    private final TakenBack takenBack;
    private final NotYet notYet;
    private final Responsible responsible;

    ReceiptScreen(Receipt receipt, ReceiptWords words) {
        this.receipt = receipt;
        this.words = words;
        this.people = new ReceiptPeople(receipt, words);
        this.takenBack = new TakenBack(receipt, words, people);
        this.notYet = new NotYet(receipt, words, people);
        this.responsible = new Responsible(receipt.records().get(0), words);
    }

    /** One register, what is fetched from it and why, and for each person whether it was agreed. */
    public record Row(String register, String what, List<String> agreed) {}

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

    /** Who has said yes. */
    public List<ReceiptPeople.Given> given() {
        return receipt.records().stream()
                .flatMap(record -> people.given(record).stream())
                .toList();
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

    /** What is missing before everything is in force; nothing where it is. */
    public List<String> missing() {
        return notYet.missing();
    }

    /** What to do about it. */
    public List<String> steps() {
        return notYet.steps();
    }

    /** What happens from here on. */
    public List<String> now() {
        String end = words.say("receipt.now.end");
        return receipt.kind() == Receipt.Kind.GIVEN ? List.of(words.say("receipt.now.first"), end) : List.of(end);
    }

    /** The ways to take it back. */
    public List<String> ways() {
        return responsible.ways();
    }

    /** Who is responsible, whom to ask, and where to complain. */
    public List<String> responsible() {
        return responsible.whom();
    }

    /** Each person's own record. */
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
}
