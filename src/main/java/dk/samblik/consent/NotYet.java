package dk.samblik.consent;

import dk.samblik.consent.ConsentRecord.Role;
import dk.samblik.consent.ConsentRecord.State;
import dk.samblik.consent.ConsentRecord.Waiting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a receipt says of what is recorded and not in force: whose word is missing and why it is needed, or that the proof
 * is, and what to do about it. Whoever may not be named is called by what makes their word needed.
 */
record NotYet(Receipt receipt, ReceiptWords words, ReceiptPeople people) {

    /** What is missing, those who miss the same on one line; nothing where everything is in force. */
    List<String> missing() {
        Map<String, List<String>> together = new LinkedHashMap<>();
        drafts().forEach(record -> together.computeIfAbsent(words.list(parts(record)), same -> new ArrayList<>())
                .add(people.subject(record)));
        List<String> lines = new ArrayList<>();
        together.forEach((parts, whose) -> lines.add(
                parts.isEmpty()
                        ? words.say("receipt.missing.unknown", words.list(whose))
                        : words.say("receipt.missing.line", words.list(whose), parts)));
        return lines;
    }

    /** What to do, each thing once. */
    List<String> steps() {
        List<String> lines = new ArrayList<>();
        step("word", waiting -> !waiting.words().isEmpty()).forEach(lines::add);
        step("evidence", Waiting::evidence).forEach(lines::add);
        step("blocked", waiting -> waiting.blocked() != null).forEach(lines::add);
        lines.add(words.say("receipt.missing.do"));
        return lines;
    }

    private Stream<String> step(String what, Predicate<Waiting> missing) {
        return drafts().flatMap(record -> Stream.ofNullable(record.waiting()))
                .filter(missing)
                .limit(1)
                .map(waiting -> words.say("receipt.missing.do." + what));
    }

    private Stream<ConsentRecord> drafts() {
        return receipt.records().stream().filter(record -> record.state() == State.DRAFT);
    }

    private List<String> parts(ConsentRecord record) {
        List<String> parts = new ArrayList<>();
        Waiting waiting = record.waiting();
        if (waiting != null) {
            waiting.words().forEach(awaited -> parts.add(words.say("receipt.missing.word", called(record, awaited))));
            if (waiting.evidence()) {
                parts.add(words.say("receipt.missing.evidence"));
            }
            if (waiting.blocked() != null) {
                parts.add(words.say("receipt.missing.blocked"));
            }
        }
        return parts;
    }

    private String called(ConsentRecord record, ConsentRecord.Awaited awaited) {
        Capacity capacity = awaited.capacity();
        if (capacity == Capacity.SELF) {
            return people.subject(record);
        }
        return people.named(record, Role.AWAITED, awaited.partyId())
                .map(name -> words.say("receipt.missing.named", name, words.say("consent.capacity." + capacity)))
                .orElseGet(
                        () -> words.say("receipt.missing." + capacity + (another(record, capacity) ? ".other" : "")));
    }

    /** Whether somebody has said yes as the same, so that the one awaited is the other. */
    private static boolean another(ConsentRecord record, Capacity capacity) {
        return record.events().stream()
                .flatMap(event -> Stream.ofNullable(event.given()))
                .anyMatch(given -> given.capacity() == capacity);
    }
}
