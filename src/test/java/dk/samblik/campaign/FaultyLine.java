package dk.samblik.campaign;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line to a register: one thing said on it, in a packet of its own, is lost on the way, or its answer is. */
final class FaultyLine implements Spoil {

    private final Countdown countdown;
    private final String register;
    private final Set<Link> unanswered = ConcurrentHashMap.newKeySet();

    FaultyLine(Countdown countdown, String register) {
        this.countdown = countdown;
        this.register = register;
    }

    @Override
    public void asked(Link link, byte[] bytes) throws IOException {
        Fault fault = countdown.next("asked " + register);
        if (fault == Fault.REFUSED) {
            link.reset();
            return;
        }
        if (fault == Fault.ANSWER_LOST) {
            unanswered.add(link);
        }
        link.toServer(bytes);
    }

    @Override
    public void answered(Link link, byte[] bytes) throws IOException {
        if (unanswered.remove(link)) {
            link.close();
        } else {
            link.toClient(bytes);
        }
    }
}
