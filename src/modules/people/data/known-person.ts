import type { Person } from './person.entity.js';

/** What other modules may know about a person. */
export interface KnownPerson {
  id: string;
  name: string;
  email: string | null;
  /** BCP 47. */
  locale: string;
  /** IANA. */
  timeZone: string;
}

export function knownPerson({ id, name, email, locale, timeZone }: Person): KnownPerson {
  return { id, name, email, locale, timeZone };
}
