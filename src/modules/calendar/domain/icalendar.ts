import { addDays } from '../../enrollment/domain/local-day.js';

/** One event of an iCalendar stream (RFC 5545 §3.6.1). */
export interface CalendarEvent {
  /** Globally unique, and the same for good (§3.8.4.7). */
  uid: string;
  /** Never smaller than before (§3.8.7.4). */
  sequence: number;
  lastModified: Date;
  /** A moment, or a whole day `YYYY-MM-DD`. */
  when: { at: Date } | { day: string };
  summary: string;
  description: string;
  url: string;
}

const LINE_OCTETS = 75;
const END = '\r\n';

/** A calendar that programs subscribe to. The same content is the same text, so that it can have a validator. */
export function icalendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cairn//Calendar 1.0//EN',
    'CALSCALE:GREGORIAN',
    // RFC 7986 §5.1 and §5.7; the older names are those that programs look for.
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
    'X-PUBLISHED-TTL:PT4H',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => fold(line) + END).join('');
}

function eventLines({ uid, sequence, lastModified, when, summary, description, url }: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    // Without a METHOD it says the same as LAST-MODIFIED (§3.8.7.2).
    `DTSTAMP:${utc(lastModified)}`,
    `LAST-MODIFIED:${utc(lastModified)}`,
    `SEQUENCE:${sequence}`,
    ...('at' in when
      ? [`DTSTART:${utc(when.at)}`]
      : [`DTSTART;VALUE=DATE:${plainDay(when.day)}`, `DTEND;VALUE=DATE:${plainDay(addDays(when.day, 1))}`]),
    `SUMMARY:${text(summary)}`,
    `DESCRIPTION:${text(description)}`,
    `URL:${url}`,
    // A deadline takes nobody's time.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** §3.3.5, form 2. */
function utc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function plainDay(day: string): string {
  return day.replaceAll('-', '');
}

/** §3.3.11: what would end a value is escaped, and what no text may hold is left out. */
function text(value: string): string {
  return value
    .replaceAll(/\r\n|\r/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');
}

/** §3.1: no line is longer than 75 octets; a character is not cut in two. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      folded += `${END} `;
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
