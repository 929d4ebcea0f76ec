package dk.samblik.team;

import dk.samblik.access.Viewer;

/** How much a reader has not read, for the navigation of every page: a number in one question, and nobody's name. */
public interface Unread {

    /** Of how many households this one has unread news. */
    int households(Viewer viewer);
}
