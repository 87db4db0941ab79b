import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readWithIcalJs } from '../../../../test/support/independent-icalendar.js';
import { readICalendar } from '../../../../test/support/strict-icalendar.js';
import { type CalendarEvent, icalendar } from './icalendar.js';

const event: CalendarEvent = {
  uid: 'place/project_due@cairn.example',
  sequence: 3,
  lastModified: new Date('2026-03-01T09:30:00.900Z'),
  when: { at: new Date('2026-03-29T21:59:59Z') },
  summary: 'Due: One-page brief',
  description: 'Data Storytelling',
  url: 'https://cairn.example/app/learning/place',
};

const read = (events: readonly CalendarEvent[], name = 'Learning') => readICalendar(Buffer.from(icalendar(name, events)));

describe('An iCalendar stream', () => {
  it('says when something is due in UTC, and which day is meant as a day', () => {
    const { events } = read([event, { ...event, uid: 'other', when: { day: '2026-12-31' } }]);
    expect(events).toMatchObject([
      { uid: event.uid, start: '20260329T215959Z', end: null, sequence: 3, lastModified: '20260301T093000Z' },
      { start: '20261231', end: '20270101' },
    ]);
  });

  it('folds in the middle of long texts and never in the middle of a character', () => {
    const summary = 'Überfällig: '.repeat(20) + '🪨'.repeat(40);
    expect(read([{ ...event, summary }]).events).toMatchObject([{ summary }]);
  });

  it('gives every text back as it was', () => {
    // §3.3.11: what no text may hold cannot come back.
    const text = fc.string({ unit: 'binary' }).map((value) => value.replaceAll(/[\p{Cc}\p{Cs}]/gu, ''));
    fc.assert(
      fc.property(text, text, text, (summary, first, second) => {
        const description = `${first}\n${second}; a, b\\n`;
        expect(read([{ ...event, summary, description }], summary)).toMatchObject({
          name: summary,
          events: [{ summary, description }],
        });
      }),
    );
  });

  it('lets no text end a line or begin another property', () => {
    const [{ summary, description } = { summary: '', description: '' }] = read([
      { ...event, summary: 'A\r\nEND:VEVENT', description: 'B\u0000\u2028C' },
    ]).events;
    expect([summary, description]).toEqual(['A\nEND:VEVENT', 'B\u2028C']);
  });

  it('is read by ical.js as it was meant', () => {
    const events = [event, { ...event, uid: 'other', when: { day: '2026-12-31' } }];
    expect(readWithIcalJs(icalendar('Learning', events))).toEqual({
      name: 'Learning',
      events: [
        {
          uid: event.uid,
          sequence: 3,
          lastModified: '20260301T093000Z',
          start: '20260329T215959Z',
          end: null,
          summary: event.summary,
          description: event.description,
          url: event.url,
        },
        expect.objectContaining({ uid: 'other', start: '20261231', end: '20270101' }),
      ],
    });
  });

  it('says the same to ical.js as to who reads it by the letter, whatever the texts', () => {
    const word = fc.string({ unit: 'grapheme' }).map((value) => value.replaceAll(/[\p{Cc}\p{Cs}]/gu, ''));
    const when = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(word, fc.array(fc.tuple(word, word, when, fc.boolean()), { maxLength: 4 }), (name, wishes) => {
        const events = wishes.map(([summary, description, at, isDay], index) => ({
          ...event,
          uid: `${index}@cairn.example`,
          when: isDay ? { day: at.toISOString().slice(0, 10) } : { at },
          summary,
          description: `${description}\n${summary}; a, b\\n`,
        }));
        expect(readWithIcalJs(icalendar(name, events))).toEqual(read(events, name));
      }),
    );
  });
});
