package dk.samblik.enrolment;

/** To whom a letter is written: a name and a written address, empty where the register has none. Never printed. */
public record Addressee(String name, String address) {

    @Override
    public String toString() {
        return "Addressee[masked]";
    }
}
