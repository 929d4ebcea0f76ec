package dk.samblik.campaign;

import dk.samblik.campaign.files.Disturbance;

/** Delivered files and the file of keys, of which one operation fails. */
record FaultyFolders(Countdown countdown) implements Disturbance {

    @Override
    public Fate fate(String what) {
        Fault fault = countdown.next(what);
        if (fault == null) {
            return Fate.DONE;
        }
        return switch (fault) {
            case REFUSED, GAVE_WAY, GONE -> Fate.REFUSED;
            case ANSWER_LOST -> Fate.UNHEARD;
            case HALF_DONE -> Fate.HALF_WRITTEN;
        };
    }
}
