package dk.samblik.campaign;

import java.sql.SQLException;

/** Is told of every operation on a watched database, in the thread that does it; may count, wait or fail it. */
public interface Watch {

    /** Before it is done. What is thrown here reaches the caller, and nothing is done. */
    default void before(Operation operation) throws SQLException {}

    /** After it was done without a fault. What is thrown here reaches the caller although it was done. */
    default void after(Operation operation) throws SQLException {}
}
