import type { MicroCredential } from '../queries';

export const DETAILS = [
  'title',
  'summary',
  'description',
  'outcomes',
  'skills',
  'level',
  'workload',
  'language',
  'deliveryMode',
  'qualityAssurance',
  'prerequisites',
  'criteria',
  'awardTerms',
] as const;

export type Details = Pick<MicroCredential, (typeof DETAILS)[number]>;

/** What every card of the form gets. */
export interface DetailsPart {
  value: Details;
  set: (changes: Partial<Details>) => void;
}

/** Whether a field is whole enough for the server to take it; half an address is none. */
export function isReady(field: keyof Details, { title, skills, awardTerms }: Details): boolean {
  if (field === 'title') return title.trim() !== '';
  if (field === 'skills') return skills.every(({ alignment }) => alignment === null || isAddress(alignment.targetUrl));
  if (field === 'awardTerms') return !awardTerms?.qualityAssuranceUrl || isAddress(awardTerms.qualityAssuranceUrl);
  return true;
}

/** As the server takes it: absolute, of the web. */
export function isAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
