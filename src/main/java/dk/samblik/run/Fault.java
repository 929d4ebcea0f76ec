package dk.samblik.run;

/** Says where something failed without saying what it failed on: exceptions of the JDK and of JDBC carry values. */
final class Fault {

    private Fault() {}

    /** Class and line of the innermost frame of ours, or of the innermost frame there is. */
    static String place(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        for (StackTraceElement frame : root.getStackTrace()) {
            if (frame.getClassName().startsWith("dk.samblik")) {
                return root.getClass().getSimpleName() + " in " + frame;
            }
        }
        return root.getStackTrace().length == 0
                ? root.getClass().getSimpleName()
                : root.getClass().getSimpleName() + " in " + root.getStackTrace()[0];
    }
}
