import type { View } from '../../../api/client';

/** The verdict that counts: the newest final one; `null` while there is none. */
export function standingVerdict({ verdicts }: Pick<View<'AttemptView'>, 'verdicts'>): View<'VerdictView'> | null {
  return verdicts
    .filter(({ final }) => final)
    .reduce<View<'VerdictView'> | null>((newest, one) => (newest && newest.version > one.version ? newest : one), null);
}
