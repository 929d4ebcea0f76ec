package dk.samblik.demo.people;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invented person as the population register has her at one moment. {@code id} is the town's own key and never
 * delivered; {@code uuid} is how the consent desk knows her.
 */
public record Person(
        int id,
        UUID uuid,
        Identity identity,
        Name name,
        Residence residence,
        Family family,
        List<Protection> protections,
        @Nullable String occupation) {

    public Person {
        protections = List.copyOf(protections);
    }

    /** The number in force, sex and birth date; {@code earlier} the number before it, changed on {@code changed}. */
    public record Identity(
            String cpr,
            Sex sex,
            LocalDate birth,
            @Nullable String earlier,
            @Nullable LocalDate changed) {}

    /** Name as in record 008. */
    public record Name(String given, String middle, String surname) {

        /** First name and surname, as the expectation files name people. */
        public String shown() {
            return given + " " + surname;
        }

        /** Everything, as an address label has it. */
        public String full() {
            return given + (middle.isEmpty() ? " " : " " + middle + " ") + surname;
        }
    }

    /** Where the person is registered. Status as in record 001; no address for the dead and those who left. */
    public record Residence(
            String status,
            @Nullable Address address,
            LocalDate since,
            @Nullable Address earlier) {}

    /** Relations, by the town's ids; 0 stands for unknown. */
    public record Family(
            int mother,
            int father,
            int spouse,
            char civil,
            List<Custody> custody,
            @Nullable Guardian guardian) {

        public Family {
            custody = List.copyOf(custody);
        }
    }

    /** Custody of this child: by mother, father or another, who is then named by id (0 unknown). */
    public record Custody(Holder holder, int other, LocalDate since) {}

    /** Who has the custody; the code of record 016. */
    public enum Holder {
        MOTHER("0003"),
        FATHER("0004"),
        OTHER("0005");

        private final String code;

        Holder(String code) {
            this.code = code;
        }

        /** RELTYP of record 016. */
        public String code() {
            return code;
        }
    }

    /** A guardian of this adult. */
    public record Guardian(int person, LocalDate since) {}

    /** A row of record 004. */
    public record Protection(
            String type, LocalDate from, @Nullable LocalDate until) {}

    /** The number in force. */
    public String cpr() {
        return identity.cpr();
    }

    /** First name and surname. */
    public String shownName() {
        return name.shown();
    }

    /** Age in whole years on a day. */
    public int ageOn(LocalDate day) {
        return Period.between(identity.birth(), day).getYears();
    }

    /** Whether 18 or more on a day. */
    public boolean adultOn(LocalDate day) {
        return ageOn(day) >= 18;
    }

    /** The same person with other relations. */
    public Person with(Family other) {
        return new Person(id, uuid, identity, name, residence, other, protections, occupation);
    }

    /** The same person elsewhere. */
    public Person with(Residence other) {
        return new Person(id, uuid, identity, name, other, family, protections, occupation);
    }

    /** The same person under another number. */
    public Person with(Identity other) {
        return new Person(id, uuid, other, name, residence, family, protections, occupation);
    }

    /** The same person with these protections. */
    public Person with(List<Protection> others) {
        return new Person(id, uuid, identity, name, residence, family, others, occupation);
    }

    /** The same person with this occupation. */
    public Person working(String other) {
        return new Person(id, uuid, identity, name, residence, family, protections, other);
    }

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
