package dk.samblik.view;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.view.Change.Kind;
import dk.samblik.view.Frame.Participant;
import dk.samblik.view.Frame.RegisterShown;
import dk.samblik.view.Frame.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is agreed now and was not, or was and is not any more; by member and department. */
final class ConsentChanges {

    private ConsentChanges() {}

    static List<Change> between(Frame before, Frame after) {
        Map<PersonId, Participant> known = new LinkedHashMap<>();
        before.participants().forEach(participant -> known.put(participant.id(), participant));
        List<Change> changes = new ArrayList<>();
        for (Participant now : after.participants()) {
            Participant then = known.get(now.id());
            for (RegisterShown register : after.registers()) {
                Scope past = then == null ? null : then.scopes().get(register.source());
                Kind kind = kind(past, now, register.source());
                if (kind != null) {
                    changes.add(
                            new Change(kind, now.id(), register.source(), null, null, until(now, register.source())));
                }
            }
        }
        return changes;
    }

    private static @Nullable Kind kind(@Nullable Scope past, Participant now, Department source) {
        Scope scope = now.scopes().get(source);
        if (past == null) {
            return scope == null ? null : Kind.CONSENT_GIVEN;
        }
        if (scope == null) {
            return now.withdrawn().containsKey(source) ? Kind.CONSENT_WITHDRAWN : Kind.CONSENT_ENDED;
        }
        return past.equals(scope) ? null : Kind.CONSENT_CHANGED;
    }

    private static java.time.@Nullable LocalDate until(Participant now, Department source) {
        Scope scope = now.scopes().get(source);
        return scope == null ? null : scope.until();
    }
}
