/** An event as a reader of iCalendar understands it. */
export interface ReadEvent {
  uid: string;
  sequence: number;
  lastModified: string;
  /** `20260302T120000Z`, or `20260302` for a whole day. */
  start: string;
  end: string | null;
  summary: string;
  description: string;
  url: string;
}

export interface ReadCalendar {
  name: string;
  events: ReadEvent[];
}

interface Property {
  name: string;
  parameters: Map<string, string>;
  value: string;
}

const CONTENT_LINE = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"\p{Cc}]*"|[^";:,\p{Cc}]*))*):([^\p{Cc}\t]*(?:\t[^\p{Cc}\t]*)*)$/u;
const ONCE_IN_EVENT = ['UID', 'DTSTAMP', 'DTSTART', 'SEQUENCE', 'LAST-MODIFIED', 'SUMMARY', 'DESCRIPTION', 'URL', 'TRANSP'];

/** Reads iCalendar by the letter of RFC 5545 and throws at whatever the RFC does not allow; knows nothing of how ours is written. */
export function readICalendar(bytes: Buffer): ReadCalendar {
  const lines = unfold(bytes).map(property);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!is(first, 'BEGIN', 'VCALENDAR') || !is(last, 'END', 'VCALENDAR')) throw new Error('§3.4: not one VCALENDAR');
  const calendar: Property[] = [];
  const events: ReadEvent[] = [];
  let event: Property[] | null = null;
  for (const line of lines.slice(1, -1)) {
    if (is(line, 'BEGIN', 'VEVENT') && !event) event = [];
    else if (is(line, 'END', 'VEVENT') && event) {
      events.push(readEvent(event));
      event = null;
    } else if (line.name === 'BEGIN' || line.name === 'END') throw new Error(`§3.6: ${line.name}:${line.value} stands wrong`);
    else (event ?? calendar).push(line);
  }
  if (event) throw new Error('§3.6.1: a VEVENT does not end');
  if (one(calendar, 'VERSION').value !== '2.0') throw new Error('§3.7.4: VERSION');
  if (readText(one(calendar, 'PRODID').value) === '') throw new Error('§3.7.3: PRODID');
  const uids = new Set(events.map(({ uid }) => uid));
  if (uids.size !== events.length) throw new Error('§3.8.4.7: a UID stands twice');
  return { name: readText(one(calendar, 'NAME').value), events };
}

/** §3.1: lines end with CRLF, have at most 75 octets, and each piece of a folded one is whole characters. */
function unfold(bytes: Buffer): string[] {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const pieces: Buffer[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf('\r\n', from);
    if (end === -1) throw new Error('§3.1: the last line does not end');
    pieces.push(bytes.subarray(from, end));
    from = end + 2;
  }
  const lines: string[] = [];
  for (const piece of pieces) {
    if (piece.length > 75) throw new Error(`§3.1: ${piece.length} octets in a line`);
    if (piece.includes(0x0d) || piece.includes(0x0a)) throw new Error('§3.1: a line break within a line');
    const text = decoder.decode(piece);
    if (text.startsWith(' ') || text.startsWith('\t')) lines.push(`${lines.pop() ?? ''}${text.slice(1)}`);
    else lines.push(text);
  }
  return lines;
}

function property(line: string): Property {
  const found = CONTENT_LINE.exec(line);
  if (!found) throw new Error(`§3.1: no content line: ${line}`);
  const [, name = '', parameters = '', value = ''] = found;
  const pairs = parameters.split(';').filter(Boolean);
  return {
    name: name.toUpperCase(),
    parameters: new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')).toUpperCase(), pair.slice(pair.indexOf('=') + 1)])),
    value,
  };
}

function readEvent(properties: readonly Property[]): ReadEvent {
  for (const name of ONCE_IN_EVENT) one(properties, name);
  const start = one(properties, 'DTSTART');
  const ends = properties.filter(({ name }) => name === 'DTEND');
  const [end] = ends;
  if (ends.length > 1) throw new Error('§3.6.1: DTEND stands twice');
  const [startsAt, endsAt] = [readWhen(start), end ? readWhen(end) : null];
  if (endsAt !== null && (endsAt.length !== startsAt.length || endsAt <= startsAt)) throw new Error('§3.8.2.2: DTEND');
  const sequence = one(properties, 'SEQUENCE').value;
  if (!/^\d+$/.test(sequence)) throw new Error('§3.8.7.4: SEQUENCE');
  for (const name of ['DTSTAMP', 'LAST-MODIFIED']) {
    if (readWhen(one(properties, name)).length !== 16) throw new Error(`§3.8.7: ${name} is in UTC`);
  }
  return {
    uid: readText(one(properties, 'UID').value),
    sequence: Number(sequence),
    lastModified: one(properties, 'LAST-MODIFIED').value,
    start: startsAt,
    end: endsAt,
    summary: readText(one(properties, 'SUMMARY').value),
    description: readText(one(properties, 'DESCRIPTION').value),
    url: new URL(one(properties, 'URL').value).href,
  };
}

/** §3.3.4 and §3.3.5: a day, or a moment in UTC. */
function readWhen({ name, parameters, value }: Property): string {
  const isDay = parameters.get('VALUE') === 'DATE';
  const shape = isDay ? /^(\d{4})(\d\d)(\d\d)$/ : /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = shape.exec(value) ?? [];
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const time = Date.parse(iso);
  if (Number.isNaN(time) || new Date(time).toISOString() !== iso) throw new Error(`§3.3: ${name} is no time: ${value}`);
  return value;
}

/** §3.3.11 */
function readText(value: string): string {
  if (!/^(?:[^\\;,]|\\[\\;,nN])*$/u.test(value)) throw new Error(`§3.3.11: no text: ${value}`);
  return value.replaceAll(/\\(.)/g, (_, character: string) => (character.toLowerCase() === 'n' ? '\n' : character));
}

function one(properties: readonly Property[], name: string): Property {
  const found = properties.filter((candidate) => candidate.name === name);
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`§3.6: ${name} stands ${found.length} times`);
  return only;
}

function is(line: Property | undefined, name: string, value: string): boolean {
  return line?.name === name && line.value === value;
}
