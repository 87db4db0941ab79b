import type { HeldPage } from '../data/backpack.repository.js';

/** GetOpenBadgeCredentialsResponse (OB 3.0 §B.7.1): each form in the member that is for it. Nothing that was signed is written anew. */
export function presentHeld(held: HeldPage['held']): string {
  const of = (wanted: 'json' | 'jws') => held.filter(({ form }) => form === wanted).map(({ signed }) => signed);
  return `{"credential":[${of('json').join(',')}],"compactJwsString":${JSON.stringify(of('jws'))}}`;
}
