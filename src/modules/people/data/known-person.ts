import type { Person } from './person.entity.js';

/** What other modules may know about a person. */
export interface KnownPerson {
  id: string;
  name: string;
  email: string | null;
}

export function knownPerson({ id, name, email }: Person): KnownPerson {
  return { id, name, email };
}
