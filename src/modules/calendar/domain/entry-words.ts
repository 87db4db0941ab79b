import type { Entry } from './entries.js';

export interface EntryWords {
  summary: string;
  description: string;
}

interface Phrases {
  calendar: (institution: string) => string;
  done: string;
  late: string;
  starts: (title: string) => string;
  ends: (title: string) => string;
  opens: (title: string) => string;
  due: (title: string) => string;
  closes: (title: string) => string;
  study: (title: string, minutes: number) => string;
  part: (title: string, minutes: number) => string;
  project: string;
  isExtended: string;
  penalty: (percent: number) => string;
}

const PHRASES: Readonly<Record<'en' | 'de', Phrases>> = {
  en: {
    calendar: (institution) => `Learning at ${institution}`,
    done: 'Done',
    late: 'Late',
    starts: (title) => `Begins: ${title}`,
    ends: (title) => `Ends: ${title}`,
    opens: (title) => `Opens: ${title}`,
    due: (title) => `Due: ${title}`,
    closes: (title) => `Last moment for late work: ${title}`,
    study: (title, minutes) => `Study ${title} (${minutes} min)`,
    part: (title, minutes) => `${title}: ${minutes} min`,
    project: 'Project',
    isExtended: 'You were given more time.',
    penalty: (percent) => `Late work loses ${percent} % of the points for each day begun.`,
  },
  de: {
    calendar: (institution) => `Lernen an: ${institution}`,
    done: 'Erledigt',
    late: 'Überfällig',
    starts: (title) => `Beginnt: ${title}`,
    ends: (title) => `Endet: ${title}`,
    opens: (title) => `Öffnet: ${title}`,
    due: (title) => `Fällig: ${title}`,
    closes: (title) => `Letzter Moment für Verspätetes: ${title}`,
    study: (title, minutes) => `${title} lernen (${minutes} Min.)`,
    part: (title, minutes) => `${title}: ${minutes} Min.`,
    project: 'Projekt',
    isExtended: 'Sie haben mehr Zeit bekommen.',
    penalty: (percent) => `Verspätetes verliert ${percent} % der Punkte für jeden angefangenen Tag.`,
  },
};

/** The phrases of a language; English for those that we have none for. */
function phrasesOf(locale: string): Phrases {
  return PHRASES[locale.startsWith('de') ? 'de' : 'en'];
}

export function calendarName(institution: string, locale: string): string {
  return phrasesOf(locale).calendar(institution);
}

/** An entry as one reads it in a calendar of another program. */
export function entryWords(entry: Entry, locale: string): EntryWords {
  const phrases = phrasesOf(locale);
  const notes = [
    entry.state === 'done' ? phrases.done : entry.state === 'late' ? phrases.late : '',
    entry.microCredential,
    entry.isExtended ? phrases.isExtended : '',
    entry.latePolicy && entry.latePolicy.penaltyPercentPerDay > 0 && entry.state !== 'done'
      ? phrases.penalty(entry.latePolicy.penaltyPercentPerDay)
      : '',
    ...(entry.session?.parts ?? []).map(({ item, minutes }) =>
      phrases.part(item.activityId === null ? `${phrases.project}: ${item.title}` : item.title, minutes),
    ),
  ];
  const mark = entry.state === 'done' ? '✓ ' : '';
  return { summary: mark + summaryOf(entry, phrases), description: notes.filter(Boolean).join('\n') };
}

function summaryOf({ kind, title, session }: Entry, phrases: Phrases): string {
  switch (kind) {
    case 'offering_starts':
      return phrases.starts(title);
    case 'offering_ends':
      return phrases.ends(title);
    case 'course_opens':
      return phrases.opens(title);
    case 'project_due':
      return phrases.due(title);
    case 'project_closes':
      return phrases.closes(title);
    case 'study':
      return phrases.study(title, session?.minutes ?? 0);
  }
}
