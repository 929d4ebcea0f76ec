package dk.samblik.operations;

/** How a command writes what it found: for people, or for programs, whose fields keep their names and meanings. */
enum Output {
    text,
    json
}
