import ICAL from 'ical.js';
import type { ReadCalendar } from './strict-icalendar.js';

/** RFC 7986 §5.1, which ical.js 2.2 has no type for, and the two names that programs looked for before it. */
const UNTYPED = new Set(['name', 'x-wr-calname', 'x-published-ttl']);

/**
 * Reads iCalendar with ical.js, the parser of Thunderbird, which shares nothing with ours. Throws at properties that it does not
 * know, at values that it does not read as what the RFC says they are, and at times that depend on where they are read.
 */
export function readWithIcalJs(text: string): ReadCalendar {
  ICAL.design.strict = true;
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[] as never);
  if (calendar.name !== 'vcalendar') throw new Error(`It is a ${calendar.name}`);
  const components = calendar.getAllSubcomponents();
  for (const { name } of components) if (name !== 'vevent') throw new Error(`There is a ${name} in it`);
  for (const property of [calendar, ...components].flatMap((component) => component.getAllProperties())) {
    if (property.type === 'unknown' && !UNTYPED.has(property.name)) throw new Error(`ical.js does not know ${property.name}`);
  }
  const again = ICAL.parse(ICAL.stringify(calendar.toJSON() as never)) as unknown;
  if (JSON.stringify(again) !== JSON.stringify(calendar.toJSON()))
    throw new Error('Written again by ical.js it says something else');
  return { name: unescaped(String(calendar.getFirstPropertyValue('name'))), events: components.map(readEvent) };
}

/** RFC 5545 §3.3.11, for the properties whose type ical.js does not know. */
function unescaped(text: string): string {
  return text.replaceAll(/\\([\\;,nN])/g, (_, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark));
}

function readEvent(component: ICAL.Component): ReadCalendar['events'][number] {
  const { uid, summary, description, sequence } = new ICAL.Event(component, { strictExceptions: true });
  const start = timeOf(component, 'dtstart');
  const end = component.hasProperty('dtend') ? timeOf(component, 'dtend') : null;
  if (start === null) throw new Error(`${uid} has no DTSTART`);
  if (end && (end.isDate !== start.isDate || end.compare(start) <= 0)) throw new Error(`${uid} ends before it begins`);
  for (const name of ['dtstamp', 'last-modified']) {
    if (timeOf(component, name)?.isDate !== false) throw new Error(`${name} of ${uid} is no moment`);
  }
  return {
    uid,
    sequence,
    lastModified: timeOf(component, 'last-modified')?.toICALString() ?? '',
    start: start.toICALString(),
    end: end?.toICALString() ?? null,
    summary,
    description,
    url: String(component.getFirstPropertyValue('url')),
  };
}

/** A day, or a moment in UTC: a time without a zone, or in one that the stream does not bring along, is another one elsewhere. */
function timeOf(component: ICAL.Component, name: string): ICAL.Time | null {
  const property = component.getFirstProperty(name);
  const value = property?.getFirstValue();
  if (!property || !(value instanceof ICAL.Time)) return null;
  if (property.getFirstParameter('tzid')) throw new Error(`${name} is in ${property.getFirstParameter('tzid')}`);
  if (!value.isDate && value.zone !== ICAL.Timezone.utcTimezone) throw new Error(`${name} is in no zone`);
  return value;
}
