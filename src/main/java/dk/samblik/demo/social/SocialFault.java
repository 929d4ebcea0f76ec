package dk.samblik.demo.social;

/** What can be wrong with the system for a while. */
public enum SocialFault {
    /** Nothing. */
    NONE,
    /** 503 to everything, the token included. */
    DOWN,
    /** A call is taken and not answered until the fault is lifted. */
    HANG,
    /** Every answer takes its time, see {@link SocialApi#slowness}. */
    SLOW,
    /** A token works for five calls, whatever it promised. */
    SHORT_TOKENS,
    /** 500 to everything but the token. */
    BROKEN,
    /** 429 with Retry-After to every second call. */
    BUSY
}
