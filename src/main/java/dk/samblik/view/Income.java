package dk.samblik.view;

import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An adult's basis of income: kind and period of benefits (current first), how the department classes the person, paid hours
 * by month and employer (newest first) and educations (running first).
 */
public record Income(
        PersonId person,
        List<Sourced<Fact.Benefit>> benefits,
        List<Sourced<Fact.Classification>> classifications,
        List<Sourced<Fact.PaidHours>> hours,
        List<Sourced<Fact.Education>> educations) {
    public Income {
        benefits = List.copyOf(benefits);
        classifications = List.copyOf(classifications);
        hours = List.copyOf(hours);
        educations = List.copyOf(educations);
    }

    /** The hours of the newest months there are any of, added over employers, the newest first. */
    public SortedMap<YearMonth, BigDecimal> newestHours(int months) {
        TreeMap<YearMonth, BigDecimal> all = new TreeMap<>(Comparator.reverseOrder());
        hours.forEach(one -> all.merge(one.fact().month(), one.fact().hours(), BigDecimal::add));
        TreeMap<YearMonth, BigDecimal> newest = new TreeMap<>(Comparator.reverseOrder());
        all.entrySet().stream().limit(months).forEach(one -> newest.put(one.getKey(), one.getValue()));
        return newest;
    }
}
