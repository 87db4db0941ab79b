import type { paths } from '../api/schema';

/** Where the made-up learner can stand. */
export type Standing = paths['/api/v1/micro-credentials/{id}/preview/journey']['get']['parameters']['query']['standing'];
export const STANDINGS = [
  'new',
  'half-way',
  'project-left',
  'returned',
  'passed',
  'expired',
] as const satisfies readonly Standing[];

export interface PreviewPlace {
  standing: Standing;
  microCredentialId: string;
  /** Of the quiz that an attempt is at. */
  activityId: string | null;
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const PLACE = new RegExp(`^preview-(${STANDINGS.join('|')})-(${UUID})(?:-(${UUID}))?$`);

/** Stands where the id of an enrolment would stand, so that a draft is read on the learner's own screens. */
export function previewPlace(standing: Standing, microCredentialId: string): string {
  return `preview-${standing}-${microCredentialId}`;
}

/** Stands where the id of an attempt at a quiz would stand. */
export function previewAttempt({ standing, microCredentialId }: PreviewPlace, activityId: string): string {
  return `${previewPlace(standing, microCredentialId)}-${activityId}`;
}

/** What such an id says; null for the id of a real enrolment or attempt. */
export function readPreviewPlace(id: string | undefined): PreviewPlace | null {
  const [, standing, microCredentialId, activityId = null] = PLACE.exec(id ?? '') ?? [];
  const known = STANDINGS.find((one) => one === standing);
  return known && microCredentialId ? { standing: known, microCredentialId, activityId } : null;
}
