package dk.samblik.view;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who may be known about and what, in plain sets: nothing of how the hub does it. */
final class ScopeModel {

    static final LocalDate START = LocalDate.of(2026, 11, 2);

    /** Who is, or will be, in the family. The elder turns 18 and the younger 15 while the histories last. */
    enum Who {
        MOTHER(LocalDate.of(1985, 3, 12)),
        FATHER(LocalDate.of(1979, 5, 7)),
        ELDER(START.minusYears(18).plusDays(30)),
        YOUNGER(START.minusYears(15).plusDays(20)),
        CHILD(LocalDate.of(2017, 8, 30)),
        BABY(null);

        private final LocalDate born;

        Who(LocalDate born) {
            this.born = born;
        }

        boolean parent() {
            return this == MOTHER || this == FATHER;
        }
    }

    /** What was agreed about somebody: who signed (an adult's own word is another than a child's), until which day. */
    record Agreed(Set<Department> sources, Set<Category> categories, Set<String> signed, LocalDate lastDay) {

        Agreed without(Department source) {
            Set<Department> left = new TreeSet<>(sources);
            left.remove(source);
            return new Agreed(left, categories, signed, lastDay);
        }

        Agreed without(Category category) {
            Set<Category> left = new TreeSet<>(categories);
            left.remove(category);
            return new Agreed(sources, left, signed, lastDay);
        }

        boolean nothing() {
            return sources.isEmpty() || categories.isEmpty();
        }
    }

    private final Map<Who, Agreed> agreed = new EnumMap<>(Who.class);
    private final Map<Who, Agreed> inForce = new EnumMap<>(Who.class);
    /** Who has moved out, and on which day. */
    final Map<Who, LocalDate> gone = new EnumMap<>(Who.class);

    final Set<Who> hidden = EnumSet.noneOf(Who.class);
    boolean fatherHasCustody = true;
    boolean over;
    LocalDate birth;
    LocalDate joined;
    LocalDate today = START;

    LocalDate born(Who who) {
        return who == Who.BABY ? birth : who.born;
    }

    /** Whether who was a member before today can be told to have left today. */
    boolean mayMove(Who who) {
        return there(who) && holdsToday(who) && (who != Who.BABY || joined.isBefore(today));
    }

    boolean there(Who who) {
        return born(who) != null && !gone.containsKey(who);
    }

    private int age(Who who) {
        return born(who).until(today).getYears();
    }

    boolean adult(Who who) {
        return born(who) != null && age(who) >= 18;
    }

    /** Whose word it takes about somebody today; the father's where he is asked. */
    Set<String> words(Who who, Set<Who> parents) {
        Set<String> words = new TreeSet<>();
        if (adult(who)) {
            words.add(who + " as an adult");
            return words;
        }
        parents.forEach(parent -> words.add(parent.name()));
        if (age(who) >= 15) {
            words.add(who.name());
        }
        return words;
    }

    private Set<String> required(Who who) {
        return words(who, fatherHasCustody ? EnumSet.of(Who.MOTHER, Who.FATHER) : EnumSet.of(Who.MOTHER));
    }

    boolean consents(Who who) {
        return agreed.containsKey(who);
    }

    boolean holdsToday(Who who) {
        return consents(who) && !agreed.get(who).lastDay().isBefore(today);
    }

    /** Whether nobody but this one has agreed to anything that still holds. */
    boolean last(Who who) {
        return agreed.entrySet().stream()
                .filter(other -> other.getKey() != who)
                .allMatch(other -> other.getValue().lastDay().isBefore(today));
    }

    Agreed of(Who who) {
        return agreed.get(who);
    }

    void give(Who who, Agreed what) {
        agreed.put(who, what);
        inForce.remove(who);
        settle();
    }

    /** What is left after something was taken back; it is gone at once. */
    void left(Who who, Agreed left) {
        if (left.nothing()) {
            over = over || last(who);
            agreed.remove(who);
            inForce.remove(who);
            return;
        }
        agreed.put(who, left);
        inForce.computeIfPresent(who, (same, before) -> left);
    }

    /** What every run and every file of the desk does: whose consent has ended does not come back by itself. */
    void settle() {
        Map<Who, Agreed> all = new HashMap<>(agreed);
        all.forEach((who, what) -> {
            boolean complete = what.signed().containsAll(required(who));
            if (what.lastDay().isBefore(today) || (!complete && inForce.containsKey(who) && !gone.containsKey(who))) {
                agreed.remove(who);
                inForce.remove(who);
            } else if (gone.containsKey(who) || !complete) {
                inForce.remove(who);
            } else {
                inForce.put(who, what);
            }
        });
    }

    /** Whether an adult of the household consents. */
    boolean open() {
        return !over && inForce.keySet().stream().anyMatch(this::adult);
    }

    /** What may be known now, by person and department. */
    Map<String, Set<Category>> known() {
        Map<String, Set<Category>> known = new TreeMap<>();
        inForce.forEach((who, what) -> {
            if (!what.lastDay().isBefore(today)) {
                what.sources().forEach(source -> known.put(who + " " + source, new TreeSet<>(what.categories())));
            }
        });
        return known;
    }
}
