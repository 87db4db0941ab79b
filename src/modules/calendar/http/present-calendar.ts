import { presentStudyPlan } from '../../learning/index.js';
import type { Entry } from '../domain/entries.js';
import type { Calendar, CalendarWay } from '../use-cases/read-calendar.js';
import type { CalendarEntryView, CalendarView, CalendarWayView } from './calendar.dto.js';

export function presentCalendar({ timeZone, entries, ways }: Calendar): CalendarView {
  return { timeZone, entries: entries.map(presentEntry), ways: ways.map(presentWay) };
}

function presentEntry(entry: Entry): CalendarEntryView {
  const { id, kind, state, enrollmentId, title, microCredential, day, at, session, isExtended, latePolicy } = entry;
  return {
    id,
    kind,
    state,
    enrollmentId,
    title,
    microCredential,
    day,
    at: at?.toISOString() ?? null,
    minutes: session?.minutes ?? null,
    parts: (session?.parts ?? []).map(({ item, minutes, finishes }) => ({
      activityId: item.activityId,
      title: item.title,
      minutes,
      finishes,
    })),
    isExtended,
    lateWork: latePolicy && {
      graceMinutes: latePolicy.graceMinutes,
      penaltyPercentPerDay: latePolicy.penaltyPercentPerDay,
    },
  };
}

function presentWay({ journey: { standing, edition }, minutesLeft, finishesOn, canPlan }: CalendarWay): CalendarWayView {
  return {
    enrollmentId: standing.id,
    title: edition.title,
    offeringTitle: standing.offeringTitle,
    minutesLeft,
    dueAt: standing.projectDueAt?.toISOString() ?? null,
    endsAt: standing.endsAt?.toISOString() ?? null,
    plan: standing.plan && presentStudyPlan(standing.plan),
    finishesOn,
    canPlan,
  };
}
