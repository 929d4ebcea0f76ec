package dk.samblik.access;

/** A sign-in for everybody who can see the page, as the demo has it: one password, shown. No bean of this type elsewhere. */
public interface OpenSignIn {

    /** The password that lets anybody on the list in. */
    String shownPassword();
}
