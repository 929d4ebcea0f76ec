package dk.samblik.demo.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All persons the population register delivers, as they stand on the evening before the night, and what changed since
 * the last status load. Filled while the world is made, only read afterwards.
 */
public final class Town {

    private final long seed;
    private final LocalDate night;
    private final List<Person> people = new ArrayList<>();
    private final Map<Integer, Person> atStatusLoad = new HashMap<>();
    private final TreeMap<LocalDate, List<Integer>> changes = new TreeMap<>();
    private final CprNumbers numbers = new CprNumbers();
    private final Names names = new Names();

    public Town(long seed, LocalDate night) {
        this.seed = seed;
        this.night = night;
    }

    /** The civil date of the night the town is made for. */
    public LocalDate night() {
        return night;
    }

    /** Dice of this town for a purpose. */
    public Dice dice(Object... purpose) {
        List<Object> all = new ArrayList<>(List.of(purpose));
        all.add("town");
        return Dice.of(seed, all.toArray());
    }

    /** The numbers given out. */
    public CprNumbers numbers() {
        return numbers;
    }

    /** The names to choose from. */
    public Names names() {
        return names;
    }

    /** Everybody, by id; ids count from 1. */
    public List<Person> people() {
        return Collections.unmodifiableList(people);
    }

    /** One person as she stands now. */
    public Person person(int id) {
        return people.get(id - 1);
    }

    /** The id the next person gets. */
    int nextId() {
        return people.size() + 1;
    }

    /** Adds a person; her id must be the next one. */
    Person add(Person person) {
        if (person.id() != nextId()) {
            throw new IllegalArgumentException("persons are added in order");
        }
        people.add(person);
        return person;
    }

    /** Puts a person's state right as if it always was so. */
    public Person correct(Person person) {
        people.set(person.id() - 1, person);
        return person;
    }

    /** Changes a person in the change file of a day; the status load has her as she was. */
    public Person change(LocalDate day, Person after) {
        atStatusLoad.putIfAbsent(after.id(), person(after.id()));
        changes.computeIfAbsent(day, d -> new ArrayList<>()).add(after.id());
        return correct(after);
    }

    /** The last evening that has a change file. */
    public LocalDate lastEvening() {
        return night.minusDays(1);
    }

    /** The day of the newest status load. */
    public LocalDate statusLoad() {
        return lastEvening().withDayOfMonth(1);
    }

    /** Ids changed on a day. */
    public List<Integer> changedOn(LocalDate day) {
        return List.copyOf(changes.getOrDefault(day, List.of()));
    }

    /** A person as the status load has her. */
    public Person atStatusLoad(Person now) {
        return atStatusLoad.getOrDefault(now.id(), now);
    }

    /** The children of each person, in order of age as they were made. */
    public Map<Integer, List<Person>> childrenByParent() {
        Map<Integer, List<Person>> children = new HashMap<>();
        for (Person person : people) {
            for (int parent :
                    new int[] {person.family().mother(), person.family().father()}) {
                if (parent > 0) {
                    children.computeIfAbsent(parent, p -> new ArrayList<>()).add(person);
                }
            }
        }
        return children;
    }
}
