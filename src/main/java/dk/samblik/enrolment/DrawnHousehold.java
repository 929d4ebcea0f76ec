package dk.samblik.enrolment;

/**
 * A household that was drawn. {@code key} is the keyed hash by which it is known again, so that it is not drawn twice;
 * {@code number} is what people call it, one in a programme; {@code area} is one of the programme's.
 */
public record DrawnHousehold(byte[] key, String number, String area, Addressee addressee, boolean protectedAddress) {

    public DrawnHousehold {
        key = key.clone();
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    @Override
    public String toString() {
        return "DrawnHousehold[" + number + "]";
    }
}
