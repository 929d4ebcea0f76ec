package dk.samblik.consent;

import dk.samblik.access.Staff;
import dk.samblik.consent.EntryFile.Entry;
import dk.samblik.consent.ImportResult.Remark;
import dk.samblik.programme.Programmes;
import dk.samblik.storage.Database;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes a file of teams: a team in it is replaced as a whole. A subject is that of the provider configured now. */
final class TeamsFile implements ImportFile {

    private static final String PUT = """
            insert into staff (subject, name, role, title, organisation, team, area, guest_from, guest_until, guest_reason,
              mail)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** Those who need no area: they follow no households. */
    private static final Set<String> ANYWHERE =
            Set.of("IT", "DPO", "EVALUATOR", "DESK", "DRAW_OFFICER", "DRAW_APPROVER");

    /** Those who are the team. */
    private static final Set<String> TEAM = Set.of("COORDINATOR", "TEAM");

    private static final int GUEST_DAYS = 14;

    private final Database web;
    private final Staff keys;
    private final Programmes programmes;
    private final Set<String> seen = new HashSet<>();
    private final List<Remark> remarks = new ArrayList<>();
    private int stored;

    TeamsFile(Database web, Staff keys, Programmes programmes) {
        this.web = web;
        this.keys = keys;
        this.programmes = programmes;
    }

    private record TeamEntry(String team, @Nullable String area, List<StaffEntry> members) {}

    private record StaffEntry(
            String subject,
            String name,
            String role,
            String organisation,
            @Nullable String title,
            @Nullable GuestEntry guest,
            @Nullable String mail) {

        /** What the programme has a say in: none of who is not in the team, or a guest, who is called as at home. */
        @Nullable
        String titleInTeam() {
            return guest == null && TEAM.contains(role) && title != null && !title.isBlank() ? title : null;
        }
    }

    /** For whom somebody stands in, or as whose guest, and for how long; both days included. */
    private record GuestEntry(LocalDate from, LocalDate until, String reason) {

        boolean inOrder() {
            return !until.isBefore(from) && until.isBefore(from.plusDays(GUEST_DAYS));
        }
    }

    @Override
    public void take(List<Entry> batch, Refusals refusals) {
        List<@Nullable Object[]> staff = new ArrayList<>();
        List<Object[]> teams = new ArrayList<>();
        for (Entry entry : batch) {
            TeamEntry team = entry.as(TeamEntry.class);
            check(entry.index(), team, refusals);
            teams.add(new Object[] {team.team()});
            team.members().forEach(member -> staff.add(values(team, member)));
        }
        if (refusals.none()) {
            web.batch().batchUpdate("delete from staff where team = ?", teams);
            web.batch().batchUpdate(PUT, staff);
            stored += teams.size();
        }
    }

    private void check(int index, TeamEntry team, Refusals refusals) {
        if (!seen.add(team.team())) {
            refusals.add(index, "/team", "TWICE_IN_THE_FILE");
        }
        Set<String> subjects = new HashSet<>();
        for (int i = 0; i < team.members().size(); i++) {
            StaffEntry member = team.members().get(i);
            if (!subjects.add(member.subject())) {
                refusals.add(index, "/members/" + i + "/subject", "TWICE_IN_THE_TEAM");
            }
            if (team.area() == null && !ANYWHERE.contains(member.role())) {
                refusals.add(index, "/members/" + i + "/role", "NEEDS_AN_AREA");
            }
            if (member.guest() != null && !member.guest().inOrder()) {
                refusals.add(index, "/members/" + i + "/guest/until", "GUEST_1_TO_14_DAYS");
            }
            String title = member.titleInTeam();
            if (team.area() != null && title != null) {
                String field = "/members/" + i + "/title";
                programmes
                        .notNaming(title, team.area())
                        .ifPresent(programme -> remarks.add(new Remark(
                                index, field, programme.code(), programme.team().roles())));
            }
        }
    }

    private @Nullable Object[] values(TeamEntry team, StaffEntry member) {
        return new @Nullable Object[] {
            keys.key(member.subject()),
            member.name(),
            member.role(),
            member.title(),
            member.organisation(),
            team.team(),
            team.area() == null ? "" : team.area(),
            member.guest() == null ? null : Date.valueOf(member.guest().from()),
            member.guest() == null ? null : Date.valueOf(member.guest().until()),
            member.guest() == null ? null : member.guest().reason(),
            member.mail()
        };
    }

    @Override
    public List<Remark> remarks() {
        return remarks;
    }

    @Override
    public int stored() {
        return stored;
    }
}
