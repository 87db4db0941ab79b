import type { Actor } from '../../../platform/http/access.js';
import type { EditionRow } from '../data/edition.entity.js';
import type { EditionSummary } from '../data/editions.repository.js';
import { canChangeMicroCredential } from '../policy.js';
import type { MicroCredentialWithEdition } from '../use-cases/change-micro-credential.js';
import type { EditionSummaryView, EditionView } from './edition.dto.js';
import type { LatestEditionView, MicroCredentialSummaryView, MicroCredentialView } from './micro-credential.dto.js';

export function presentMicroCredential(actor: Actor, found: MicroCredentialWithEdition): MicroCredentialView {
  const { draft, version } = found.microCredential;
  const { allowed } = canChangeMicroCredential(actor, found.microCredential);
  return {
    ...draft,
    ...presentMicroCredentialSummary(found),
    version,
    can: { change: allowed, publish: allowed, retire: allowed },
  };
}

export function presentMicroCredentialSummary({
  microCredential,
  latest,
}: MicroCredentialWithEdition): MicroCredentialSummaryView {
  const { id, slug, title, retiredAt, createdAt, updatedAt } = microCredential;
  return {
    id,
    slug,
    title,
    latestEdition: latest && presentLatest(latest),
    retiredAt: retiredAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function presentEditionSummary(edition: EditionSummary): EditionSummaryView {
  const { id, microCredentialId, number, title, changeNote, publishedBy, publishedAt } = edition;
  return { id, microCredentialId, number, title, changeNote, publishedBy, publishedAt: publishedAt.toISOString() };
}

export function presentEdition(edition: EditionRow): EditionView {
  return { ...presentEditionSummary(edition), content: edition.content };
}

function presentLatest({ id, number, publishedAt }: EditionSummary): LatestEditionView {
  return { id, number, publishedAt: publishedAt.toISOString() };
}
