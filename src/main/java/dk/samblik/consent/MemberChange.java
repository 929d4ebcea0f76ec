package dk.samblik.consent;

import org.jspecify.annotations.Nullable;

/** How one person's part in a household is to be changed; {@code reason} is a code, for somebody outside only. */
record MemberChange(Resident who, To to, @Nullable String reason) {

    /** What somebody becomes. */
    enum To {
        PARTICIPANT(Participation.PARTICIPANT),
        DECLINED(Participation.DECLINED),
        OUTSIDE(Participation.OUTSIDE),
        NOT_ASKED(Participation.NOT_ASKED),
        /** No member any more, as the register has them elsewhere; a consent of theirs stays until it ends by itself. */
        MOVED_OUT(null);

        private final @Nullable Participation participation;

        To(@Nullable Participation participation) {
            this.participation = participation;
        }

        /** Null for somebody who is no member any more. */
        @Nullable
        Participation participation() {
            return participation;
        }
    }

    MemberChange {
        if ((to == To.OUTSIDE) != (reason != null)) {
            throw new IllegalArgumentException("somebody outside, and nobody else, has a reason");
        }
    }

    /** Whether a consent of theirs is taken back by it: only a participant has one. */
    boolean endsConsent() {
        return who.takesPart() && to != To.MOVED_OUT;
    }
}
