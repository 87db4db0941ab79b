import type { View } from '../../api/client';

type Event = View<'AuditEventView'>;

interface Texts {
  events: Readonly<Record<string, string>>;
  withRole: (what: string, role: string) => string;
}

/** What happened, in words; a kind of event that we have none for yet is named as it is. */
export function eventWords(
  { type, particulars }: Pick<Event, 'type' | 'particulars'>,
  texts: Texts,
  roles: Readonly<Record<string, string>>,
): string {
  const what = texts.events[type] ?? type.replaceAll(/[._]/g, ' ');
  const given = particulars['role'];
  return typeof given === 'string' ? texts.withRole(what, roles[given] ?? given) : what;
}
