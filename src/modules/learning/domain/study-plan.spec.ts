import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../enrollment/domain/local-day.js';
import { type StudySession, studySessions, weekday, type WorkItem } from './study-plan.js';

// A Monday.
const TODAY = '2026-03-02';
const item = (title: string, minutes: number, notBefore: string | null = null): WorkItem => ({
  activityId: title,
  courseId: 'course',
  title,
  minutes,
  notBefore,
});
const mondaysAndThursdays = { minutes: [60, 0, 0, 30, 0, 0, 0], startsOn: TODAY };
const shown = (sessions: readonly StudySession[]) =>
  sessions.map(({ day, parts }) => `${day} ${parts.map((part) => `${part.item.title} ${part.minutes}`).join(', ')}`);

describe('A plan of study time', () => {
  it('puts on each day what fits, and goes on with the rest on the next', () => {
    const sessions = studySessions([item('reading', 40), item('quiz', 45), item('project', 60)], mondaysAndThursdays, TODAY);
    expect(shown(sessions)).toEqual(['2026-03-02 reading 40, quiz 20', '2026-03-05 quiz 25, project 5', '2026-03-09 project 55']);
    expect(sessions.flatMap(({ parts }) => parts.map(({ finishes }) => finishes))).toEqual([true, false, true, false, true]);
  });

  it('waits for what opens later, and does not do first what comes after it', () => {
    const sessions = studySessions(
      [item('first', 30), item('opens late', 30, '2026-04-01'), item('last', 30)],
      mondaysAndThursdays,
      TODAY,
    );
    expect(shown(sessions)).toEqual(['2026-03-02 first 30', '2026-04-02 opens late 30', '2026-04-06 last 30']);
  });

  it('counts what was done today', () => {
    const sessions = studySessions([item('reading', 60)], mondaysAndThursdays, TODAY, 50);
    expect(shown(sessions)).toEqual(['2026-03-02 reading 10', '2026-03-05 reading 30', '2026-03-09 reading 20']);
  });

  it('moves by itself when a day was missed', () => {
    expect(shown(studySessions([item('reading', 60)], mondaysAndThursdays, addDays(TODAY, 1)))[0]).toBe('2026-03-05 reading 30');
  });

  it('is none for a week without time', () => {
    expect(studySessions([item('reading', 60)], { minutes: [0, 0, 0, 0, 0, 0, 0], startsOn: TODAY }, TODAY)).toEqual([]);
  });
});

describe('Whatever is left and whenever there is time, a plan', () => {
  const day = fc.integer({ min: -40, max: 120 }).map((days) => addDays(TODAY, days));
  const items = fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 600 }), notBefore: fc.option(day) }), { maxLength: 12 });
  const week = fc.array(fc.integer({ min: 0, max: 240 }), { minLength: 7, maxLength: 7 }).filter((days) => days.some(Boolean));

  it('loses nothing, keeps the order, opens nothing early and asks for no more time than there is', () => {
    fc.assert(
      fc.property(items, week, day, day, fc.nat(300), (wishes, minutes, startsOn, today, spent) => {
        const work = wishes.map((wish, index) => item(String(index), wish.minutes, wish.notBefore));
        const sessions = studySessions(work, { minutes, startsOn }, today, spent);
        const parts = sessions.flatMap((session) => session.parts.map((part) => ({ ...part, day: session.day })));
        const planned = work.map(({ title }) =>
          parts.filter((part) => part.item.title === title).reduce((sum, part) => sum + part.minutes, 0),
        );
        expect(planned).toEqual(work.map((one) => one.minutes));
        const order = parts.map((part) => Number(part.item.title));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        const days = sessions.map((session) => session.day);
        expect(days).toEqual([...new Set(days)].toSorted());
        for (const part of parts) expect(part.day >= (part.item.notBefore ?? part.day)).toBe(true);
        for (const session of sessions) {
          expect(session.day >= startsOn && session.day >= today).toBe(true);
          expect(session.minutes).toBeGreaterThan(0);
          const time = (minutes[weekday(session.day)] ?? 0) - (session.day === today ? spent : 0);
          expect(session.minutes).toBeLessThanOrEqual(time);
          expect(session.minutes).toBe(session.parts.reduce((sum, part) => sum + part.minutes, 0));
        }
      }),
    );
  });
});
