/* What reports say of a finding or an entry, whatever they put it on. */
#ifndef VERBATIM_REPORT_SAYING_H
#define VERBATIM_REPORT_SAYING_H

#include "report/entry.h"
#include "report/flow.h"

/* "– became “”", "“all” is missing", "“all” was put in" */
void
saying_change(struct flow *flow, const struct pattern *pattern);

/* "proved by many places: UTF-8 read as windows-1252"; nothing where it is not
 * known why. */
void
saying_reason(struct flow *flow, struct ink ink,
	const struct finding *finding);

/* Which reading of a date the calendar supports, where it does so at all of
 * the entry's places; else NULL. */
const char *
saying_calendar(const struct comparison *cmp, const struct entries *entries,
	const struct entry *entry);

/* The decision on all of the entry's findings; NULL where they are not alike or
 * there is nothing to say of them. */
const struct decision *
saying_decision(const struct review *review, const struct entries *entries,
	const struct entry *entry);

/* "Several hands or pastings: straight quotes, lines 19–29; …": only where the
 * comparison has zones. */
void
saying_zones(struct flow *flow, const struct comparison *cmp);

#endif
