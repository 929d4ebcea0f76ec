package dk.samblik.demo.social;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The owner's log: every call that was let in, with whom it asked for. Read by the data protection officer. */
public final class CallLog {

    private final List<Call> calls = new ArrayList<>();

    /** One call: the kind of question, the CPR numbers in it, and the numbers of the citizens whose records it asked for. */
    public record Call(String kind, Set<String> numbers, Set<String> citizens) {
        public Call {
            numbers = Set.copyOf(numbers);
            citizens = Set.copyOf(citizens);
        }

        @Override
        public String toString() {
            return "Call[" + kind + "]";
        }
    }

    synchronized void add(String kind, Collection<String> numbers, Collection<String> citizens) {
        calls.add(new Call(kind, Set.copyOf(numbers), Set.copyOf(citizens)));
    }

    /** All calls, in order. */
    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Every CPR number that was asked for: searched, or behind a citizen's id. */
    public synchronized Set<String> askedNumbers() {
        Set<String> asked = new TreeSet<>();
        for (Call call : calls) {
            asked.addAll(call.numbers());
            asked.addAll(call.citizens());
        }
        return asked;
    }

    /** Starts anew. */
    public synchronized void forget() {
        calls.clear();
    }
}
