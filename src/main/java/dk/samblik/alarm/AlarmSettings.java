package dk.samblik.alarm;

import dk.samblik.alarm.Alarm.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When something is an alarm, and who is told.
 *
 * @param look how often the hub looks; an alarm ends when nothing was found in ten looks
 * @param nightBy the hour in Copenhagen by which the night must have ended well
 * @param silentAfter how long a register may be without a good answer
 * @param quarantineAfter how long a row may lie in quarantine
 * @param withdrawalWithin how soon all traces of a consent that ended must be gone
 * @param receivers who is told by mail, by a word that names each
 */
@ConfigurationProperties("samblik.alarms")
record AlarmSettings(
        @DefaultValue("1m") Duration look,
        @DefaultValue("06:00") LocalTime nightBy,
        @DefaultValue("26h") Duration silentAfter,
        @DefaultValue("3d") Duration quarantineAfter,
        @DefaultValue("1h") Duration withdrawalWithin,
        @DefaultValue Map<String, Receiver> receivers) {

    private static final int LOOKS = 10;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\",;]+@[^\\s@<>\",;]+");

    AlarmSettings {
        receivers = Map.copyOf(receivers);
        if (look.isNegative() || look.isZero()) {
            throw new IllegalArgumentException("samblik.alarms.look must be more than nothing; 1m is a good value.");
        }
        receivers.forEach((name, receiver) -> receiver.check("samblik.alarms.receivers." + name + "."));
    }

    /** How long nothing must be found before an alarm ends: what comes and goes is one alarm. */
    Duration calm() {
        return look.multipliedBy(LOOKS);
    }

    /**
     * One who is told by mail.
     *
     * @param mail the address, of a mailbox that several people read
     * @param kinds what they are told of; all where none is named
     * @param quietFrom from this hour in Copenhagen nothing is sent
     * @param quietTo until this hour; what began or ended meanwhile is sent then
     */
    record Receiver(
            @Nullable String mail,
            @DefaultValue Set<Kind> kinds,
            @Nullable LocalTime quietFrom,
            @Nullable LocalTime quietTo) {

        Receiver {
            kinds = Set.copyOf(kinds);
        }

        private void check(String key) {
            if (mail == null || !ADDRESS.matcher(mail).matches()) {
                throw new IllegalArgumentException(key + "mail must be one address and nothing else.");
            }
            if ((quietFrom == null) != (quietTo == null)) {
                throw new IllegalArgumentException(key + "quiet-from and quiet-to are set together or not at all.");
            }
        }

        boolean wants(Kind kind) {
            return kinds.isEmpty() || kinds.contains(kind);
        }

        /** When something that is known at this moment is sent: now, or when the quiet hours end. */
        Instant due(ZonedDateTime now) {
            if (quietFrom == null || quietTo == null || !quiet(now.toLocalTime(), quietFrom, quietTo)) {
                return now.toInstant();
            }
            ZonedDateTime today = now.with(quietTo);
            return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
        }

        private static boolean quiet(LocalTime now, LocalTime from, LocalTime to) {
            boolean after = !now.isBefore(from);
            boolean before = now.isBefore(to);
            return from.isBefore(to) ? after && before : after || before;
        }
    }
}
