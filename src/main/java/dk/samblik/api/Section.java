package dk.samblik.api;

import dk.samblik.household.Department;
import dk.samblik.view.LaneState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One department's part of a household. It is always there, and says by {@code state} how an empty list is to be read: only
 * NOTHING_FOUND says that the register was asked and had nothing.
 *
 * @param source what the department's register is called
 * @param fetchedAt when the register last answered; of several members the longest ago
 * @param validFrom the register's own date of what is shown; of several members the oldest
 * @param mappingVersion the hash of the mapping that read it, null where nothing was read, or by more than one
 */
record Section(
        Department department,
        LaneState state,
        @Nullable String source,
        @Nullable Instant fetchedAt,
        @Nullable Instant validFrom,
        @Nullable String mappingVersion,
        @Nullable Instant staleSince,
        @Nullable String reason,
        @Nullable LocalDate looksBack,
        @Nullable Instant withdrawnAt,
        int quarantined,
        List<Parts.MemberState> members,
        List<Parts.Contact> contacts,
        List<Parts.Case> cases,
        List<Parts.Measure> measures,
        List<Parts.Counted> counted,
        List<Parts.Benefit> benefits,
        List<Parts.Classification> classifications,
        List<Parts.PaidHours> paidHours,
        List<Parts.Education> educations,
        List<Parts.Appointment> appointments,
        List<Parts.Deadline> deadlines,
        List<Parts.Enrolment> enrolments,
        List<Parts.Absence> absences,
        List<Parts.Attendance> attendance,
        List<Parts.CareHours> careHours,
        List<Parts.Tenancy> tenancies) {}
