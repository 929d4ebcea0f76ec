package dk.samblik.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Period;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a register asked by calls is spoken to: where a token is had, how CPR numbers become the register's own ids, how
 * everything of some ids is had, and how many of either go into one call.
 */
public record ServiceShape(String token, Search search, Extract extract, int atOnce, Period ahead) {

    /**
     * From numbers to ids. {@code keys} is the list sent, {@code send} what goes with it; in the answer {@code results} is
     * the list, {@code key} the number asked, {@code found} and {@code accessible} the flags, {@code id} the id.
     */
    public record Search(
            String path,
            String keys,
            Map<String, String> send,
            String results,
            String key,
            String found,
            String accessible,
            String id) {
        public Search {
            send = Map.copyOf(send);
        }

        /** Whether the service says of a number that it knows nobody by it. */
        boolean knowsNobody(JsonNode result) {
            return no(result.path(found));
        }

        /** Whether it says that there is somebody whom we may not see. */
        boolean hides(JsonNode result) {
            return no(result.path(accessible));
        }

        private static boolean no(JsonNode flag) {
            return flag.isBoolean() && !flag.booleanValue();
        }
    }

    /**
     * From ids to records. {@code ids} is the list sent, {@code back} and {@code until} the dates between which to look;
     * in the answer {@code results} is the list, {@code id} whose result it is, {@code outcome} the word that tells how it
     * went: one of {@code ok}, {@code hidden} (we may not see it) or {@code unknown}; any other is a failure.
     */
    public record Extract(
            String path,
            String ids,
            @Nullable String back,
            @Nullable String until,
            String results,
            String id,
            String outcome,
            Set<String> ok,
            Set<String> hidden,
            Set<String> unknown) {
        public Extract {
            ok = Set.copyOf(ok);
            hidden = Set.copyOf(hidden);
            unknown = Set.copyOf(unknown);
        }
    }
}
