package dk.samblik.access;

/** Who reads, by the columns of the {@link Matrix}. */
public enum Reader {
    COORDINATOR,
    MUNICIPAL,
    HOUSING,
    LEADER,
    IT,
    EVALUATOR,
    DPO,
    DESK;

    /**
     * The column a viewer stands in. A team member whose organisation is not {@code authority}, letter by letter, is from
     * outside: a wrong spelling shows too little, never too much. The hub reads no page.
     */
    public static Reader of(Viewer viewer, String authority) {
        return switch (viewer.role()) {
            case COORDINATOR -> COORDINATOR;
            case TEAM -> viewer.organisation().equals(authority) ? MUNICIPAL : HOUSING;
            case DESK, CONTACT -> DESK;
            case LEADER -> LEADER;
            case EVALUATOR -> EVALUATOR;
            case DPO -> DPO;
            case IT, STEWARD, DRAW_OFFICER, DRAW_APPROVER -> IT;
            case HUB -> throw new IllegalArgumentException("the hub reads no page");
        };
    }

    /** How a consent names this reader's group as recipient; empty where it is the municipal team or nobody. */
    public String recipient(Viewer viewer) {
        return this == HOUSING ? "HOUSING_ORG:" + viewer.organisation() : "";
    }
}
