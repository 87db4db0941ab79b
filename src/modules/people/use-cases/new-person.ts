import { newId } from '../../../platform/ids.js';
import type { Person } from '../data/person.entity.js';

export interface KnownOfPerson<Email extends string | null> {
  name: string;
  email: Email;
  passwordHash?: string;
  operator?: boolean;
  /** BCP 47. */
  locale?: string;
  /** IANA. */
  timeZone?: string;
}

/** A person as they begin, with what is known of them. */
export function newPerson<Email extends string | null>(known: KnownOfPerson<Email>, now: Date): Person & { email: Email } {
  const { name, email, passwordHash = null, operator = false, locale = 'en', timeZone = 'UTC' } = known;
  return {
    id: newId(now.getTime()),
    name,
    email,
    passwordHash,
    operator,
    locale,
    timeZone,
    createdAt: now,
    suspendedAt: null,
  };
}
