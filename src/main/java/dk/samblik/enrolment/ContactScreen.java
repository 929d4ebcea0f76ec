package dk.samblik.enrolment;

import dk.samblik.enrolment.Enrolments.Progress;
import dk.samblik.programme.Programme;
import dk.samblik.team.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The contact worker's page in words. {@code said} is null where nothing was written just now. */
record ContactScreen(
        List<String> progress,
        String way,
        int due,
        int inAll,
        List<Row> rows,
        int page,
        int pages,
        @Nullable Said said,
        boolean refers) {

    ContactScreen {
        progress = List.copyOf(progress);
        rows = List.copyOf(rows);
    }

    /** A programme somebody contacts households for, and how far it is. */
    record Towards(Programme programme, Progress progress) {}

    /** What may be chosen next in a row. */
    record Option(String value, String text) {}

    /** What came of a change: whether it went well, in a sentence, and the revision by which it can be taken back. */
    record Said(boolean well, String text, UUID id, int revision, boolean undoable) {}

    /** One household. Name and address are empty where they are no longer kept. */
    record Row(
            UUID id,
            String number,
            String name,
            String address,
            boolean hidden,
            String step,
            String tone,
            boolean due,
            @Nullable LocalDate sent,
            @Nullable LocalDate answered,
            String criteria,
            int revision,
            List<Option> options,
            boolean consents) {

        Row {
            options = List.copyOf(options);
        }
    }

    static ContactScreen of(ContactList list, Map<UUID, Addressee> names, List<Towards> towards, Words words) {
        return new ContactScreen(
                towards.stream().map(one -> progress(one, words)).toList(),
                list.choice().way(),
                list.due().size(),
                list.all().size(),
                list.page().stream()
                        .map(one -> row(one, names.get(one.id()), list.due().contains(one), towards, words))
                        .toList(),
                Math.min(list.choice().page(), list.pages()),
                list.pages(),
                list.about()
                        .filter(one -> list.choice().kom() != null)
                        .map(one -> said(one, String.valueOf(list.choice().kom()), words))
                        .orElse(null),
                towards.stream().anyMatch(one -> one.programme().by(Programme.Mode.REFERRAL)));
    }

    private static String progress(Towards towards, Words words) {
        Progress progress = towards.progress();
        return words.say(
                "contact.progress",
                towards.programme().name(),
                words.number(progress.all()),
                words.number(progress.target()),
                words.number(progress.active()),
                words.number(progress.ended()));
    }

    private static Row row(Candidate one, @Nullable Addressee name, boolean due, List<Towards> towards, Words words) {
        return new Row(
                one.id(),
                one.number(),
                name == null ? "" : name.name(),
                name == null || one.protectedAddress() ? "" : name.address(),
                one.protectedAddress(),
                step(one, words),
                tone(one.step()),
                due,
                one.lastWritten(),
                one.answered(),
                criteria(one, towards, words),
                one.revision(),
                one.named() ? options(one, words) : List.of(),
                one.named() && one.step().choices().contains(Step.CONSENT_GIVEN));
    }

    /** What stands, with why where it is over. */
    private static String step(Candidate one, Words words) {
        String said = words.say("contact.step." + one.step());
        return one.reason() == null ? said : said + ": " + words.say("contact.reason." + one.reason());
    }

    private static String tone(Step step) {
        return switch (step) {
            case YES, CONSENT_GIVEN, ACTIVE -> "badge-success";
            case REMINDED, NO_ANSWER -> "badge-warning";
            case INVITED -> "badge-info";
            case NEW, NO, DROPPED_OUT, ENDED -> "";
        };
    }

    private static String criteria(Candidate one, List<Towards> towards, Words words) {
        return words.list(towards.stream()
                .map(Towards::programme)
                .filter(programme -> programme.code().equals(one.programme()))
                .flatMap(programme -> programme.criteria().stream())
                .filter(criterion -> one.criteria().contains(criterion.code()))
                .map(Programme.Criterion::text)
                .toList());
    }

    private static List<Option> options(Candidate one, Words words) {
        List<Option> options = new ArrayList<>();
        for (Step step : one.step().choices()) {
            if (step == Step.DROPPED_OUT) {
                Step.DROPPED_OUT_FOR.forEach(reason -> options.add(new Option(
                        step + "-" + reason,
                        words.say("contact.step." + step) + ": " + words.say("contact.reason." + reason))));
            } else if (step != Step.CONSENT_GIVEN) {
                options.add(new Option(step.name(), words.say("contact.step." + step)));
            }
        }
        return options;
    }

    private static Said said(Candidate one, String came, Words words) {
        boolean well = came.equals("DONE") || came.equals("UNDONE");
        String text = words.sayOr("contact.came." + came, "");
        String whole = text.isEmpty() ? "" : words.say("contact.came." + came, one.number(), step(one, words));
        return new Said(well, whole, one.id(), one.revision(), came.equals("DONE") && one.undoable());
    }

    /** The address of another page of the same list. */
    public String address(int other) {
        return ContactPage.ADDRESS + "?vis=" + way + "&side=" + other;
    }
}
