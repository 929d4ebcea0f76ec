package dk.samblik.demo.social;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Planted;
import dk.samblik.demo.plan.Seen;
import dk.samblik.demo.plan.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One citizen's record while it is made. */
final class RecordDraft {

    private final Person person;
    private final Setting setting;
    private final Dice dice;
    private final Citizen.Answer answer;
    private final List<Planted<String>> counted = new ArrayList<>();
    private final Map<String, List<Map<String, @Nullable Object>>> lists = new HashMap<>();

    RecordDraft(Person person, Setting setting, Citizen.Answer answer, Dice dice) {
        this.person = person;
        this.setting = setting;
        this.answer = answer;
        this.dice = dice;
    }

    Person person() {
        return person;
    }

    Setting setting() {
        return setting;
    }

    Dice dice() {
        return dice;
    }

    /** Adds an item of a list the hub reads. */
    void add(String list, Map<String, @Nullable Object> item, Fate fate, List<Seen> seen) {
        write(list, item);
        if (answer == Citizen.Answer.OK) {
            List<Seen> shown = fate.equals(Fate.MAPPED) ? seen : List.of();
            counted.add(new Planted<>(list, List.of(person.id()), fate, shown));
        }
    }

    /** Adds an item the hub does not count; now and then with a field nobody has heard of. */
    void write(String list, Map<String, @Nullable Object> item) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>(item);
        if (dice.chance(0.03)) {
            written.put("udvidet", Map.of("kilde", "migreret", "udgave", 3));
        }
        lists.computeIfAbsent(list, l -> new ArrayList<>()).add(written);
    }

    /** A name with trailing blanks, one in twenty. */
    String blanks(String name) {
        return dice.chance(0.05) ? name + "  " : name;
    }

    List<Planted<String>> counted() {
        return List.copyOf(counted);
    }

    Map<String, @Nullable List<Map<String, @Nullable Object>>> lists() {
        Map<String, @Nullable List<Map<String, @Nullable Object>>> all = new HashMap<>();
        for (String name : List.of("forloeb", "sager", "indsatser", "kalender", "ansvarlige")) {
            List<Map<String, @Nullable Object>> list = lists.getOrDefault(name, List.of());
            all.put(name, list.isEmpty() && dice.chance(0.4) ? null : list);
        }
        return all;
    }
}
