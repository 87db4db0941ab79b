import type { MicroCredentialSummary } from '../queries';

export type PublishingState = 'draft' | 'published' | 'changed' | 'retired';

/** Where a micro-credential stands. `changed`: its draft is newer than its last edition. Changes inside courses do not show here. */
export function publishingState({
  retiredAt,
  latestEdition,
  updatedAt,
}: Pick<MicroCredentialSummary, 'retiredAt' | 'latestEdition' | 'updatedAt'>): PublishingState {
  if (retiredAt !== null) return 'retired';
  if (latestEdition === null) return 'draft';
  return Date.parse(updatedAt) > Date.parse(latestEdition.publishedAt) ? 'changed' : 'published';
}
