package dk.samblik.consent;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A recording under way at the desk, by step: who said yes for whom (keys of grantors by person), to which departments (by
 * person), where it is not all kinds of information that they hold, which (by person), with whom it may be shared besides
 * the team, and how it was done. {@code base}: the newest version of
 * everybody's consent when the recording was begun. Persons are named by their ids, written.
 */
record DeskDraft(
        Map<String, Set<String>> yes,
        Map<String, Set<Department>> sources,
        Map<String, Set<Category>> kinds,
        Set<String> recipients,
        @Nullable How how,
        Map<String, String> base) {

    static final DeskDraft NONE = new DeskDraft(Map.of(), Map.of(), Map.of(), Set.of(), null, Map.of());

    DeskDraft {
        yes = Map.copyOf(yes);
        sources = Map.copyOf(sources);
        // A draft that an earlier version of the hub kept has none.
        kinds = kinds == null ? Map.of() : Map.copyOf(kinds);
        recipients = Set.copyOf(recipients);
        base = Map.copyOf(base);
    }

    /**
     * How it was done. {@code given} and {@code method} hold for everybody who is not in {@code signed}, by what the desk
     * calls who signs. {@code heard} holds, by child, one of the consent record's words; {@code reference} names a paper
     * that lies elsewhere. A paper that was added here lies beside the draft.
     */
    record How(
            Method method,
            Identity identity,
            LocalDate given,
            Map<String, Signed> signed,
            LocalDate lastDay,
            String language,
            boolean interpreter,
            boolean easyRead,
            @Nullable String reference,
            Map<String, Heard> heard) {

        How {
            // A draft that an earlier version of the hub kept has none.
            signed = signed == null ? Map.of() : Map.copyOf(signed);
            heard = Map.copyOf(heard);
        }

        /** The day this one signed. */
        LocalDate day(DeskGrantor grantor) {
            Signed apart = signed.get(grantor.signer());
            return apart == null ? given : apart.day();
        }

        /** In what form this one gave it. */
        Method method(DeskGrantor grantor) {
            Signed apart = signed.get(grantor.signer());
            return apart == null ? method : apart.method();
        }

        /** The day the last of all signed. */
        LocalDate lastSigned() {
            return signed.values().stream()
                    .map(Signed::day)
                    .reduce(given, (one, other) -> one.isAfter(other) ? one : other);
        }

        @Override
        public String toString() {
            return "How[" + method + "]";
        }
    }

    /** When and in what form somebody signed who did not do it with the others. */
    record Signed(LocalDate day, Method method) {}

    /** In what form the yes was given; the words of the consent record. */
    enum Method {
        WRITTEN,
        DIGITAL,
        ORAL
    }

    /** By what the desk knew who it was; {@code word} is that of the consent record. */
    enum Identity {
        MITID("MitID"),
        PAPERS("legitimation"),
        KNOWN("kendt");

        private final String word;

        Identity(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Whether a child was heard; the words of the consent record. */
    enum Heard {
        YES,
        NO_TOO_YOUNG,
        DECLINED
    }

    /** Begins with these people and says; what was chosen for people who are no longer in it goes. */
    DeskDraft who(Map<String, Set<String>> said, Map<String, String> newest) {
        Map<String, Set<Department>> kept = new HashMap<>(sources);
        kept.keySet().retainAll(said.keySet());
        Map<String, Set<Category>> narrowed = new HashMap<>(kinds);
        narrowed.keySet().retainAll(said.keySet());
        return new DeskDraft(said, kept, narrowed, recipients, how, newest);
    }

    DeskDraft what(Map<String, Set<Department>> chosen, Map<String, Set<Category>> narrowed, Set<String> sharedWith) {
        return new DeskDraft(yes, chosen, narrowed, sharedWith, how, base);
    }

    DeskDraft how(How done) {
        return new DeskDraft(yes, sources, kinds, recipients, done, base);
    }

    Set<String> yesFor(DeskMember member) {
        return yes.getOrDefault(member.id().toString(), Set.of());
    }

    Set<Department> sourcesOf(DeskMember member) {
        return sources.getOrDefault(member.id().toString(), Set.of());
    }

    /** The kinds somebody said yes to, where it is not all of them; none where it is. */
    Set<Category> onlyOf(DeskMember member) {
        return kinds.getOrDefault(member.id().toString(), Set.of());
    }

    /** The kinds of information agreed to: all that the sources hold, or those of them that were chosen. */
    Set<Category> kindsOf(DeskMember member) {
        Set<Category> agreed = Offer.kinds(sourcesOf(member));
        Set<Category> only = onlyOf(member);
        if (!only.isEmpty()) {
            agreed.retainAll(only);
        }
        return agreed;
    }

    @Override
    public String toString() {
        return "DeskDraft[" + yes.size() + "]";
    }
}
