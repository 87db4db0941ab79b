import type { Portfolio } from '../data/portfolio.entity.js';
import type { PublishedEvidence } from '../data/published-evidence.entity.js';
import type { ShareLink } from '../data/share-link.entity.js';
import type { PortfolioWish } from '../use-cases/sharing/arrange-portfolio.js';
import type { StandingChoices } from '../use-cases/superseding/choose-particulars.js';
import type { IssuerAddresses } from '../use-cases/issuing/issuer-addresses.js';
import type { CredentialChoicesView } from './credential-choices.dto.js';
import type { EvidenceView, PortfolioView, ShareLinkView } from './sharing.dto.js';

export function presentChoices({ enrollmentId, choices, version, chosenAt, issued }: StandingChoices): CredentialChoicesView {
  return {
    enrollmentId,
    ...choices,
    countsFor: issued ? 'next-form' : 'this-badge',
    chosenAt: chosenAt?.toISOString() ?? null,
    version,
  };
}

export function presentShareLink({ id, label, createdAt, expiresAt, revokedAt }: ShareLink): ShareLinkView {
  return {
    id,
    label,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}

export function presentEvidence(
  { id, name, publicId, withdrawnAt }: PublishedEvidence,
  addresses: IssuerAddresses,
): EvidenceView {
  return { id, name, url: addresses.evidence(publicId), withdrawnAt: withdrawnAt?.toISOString() ?? null };
}

export function presentPortfolio(
  {
    title,
    introduction,
    showName,
    published,
    credentialIds,
    publicId,
    version,
  }: PortfolioWish & {
    publicId: Portfolio['publicId'] | null;
    version: number;
  },
  addresses: IssuerAddresses,
): PortfolioView {
  const url = publicId === null ? null : addresses.portfolio(publicId);
  return { title, introduction, showName, published, credentialIds, url, version };
}
