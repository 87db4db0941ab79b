import type { WayIn } from '../data/identities.repository.js';
import type { OwnStanding } from '../use-cases/accounts/ask-for-account.js';
import type { LmsAccountRequestView, LmsStandingView, LmsWayInView } from './accounts.dto.js';

export function presentStanding({ person, registration }: OwnStanding): LmsStandingView {
  return { platform: registration.name, hasAccount: person.email !== null };
}

export function presentRequest({ code, expiresAt }: { code: string; expiresAt: Date }): LmsAccountRequestView {
  return { code, expiresAt: expiresAt.toISOString() };
}

export function presentWayIn({ id, platform, institution, createdAt, lastLaunchAt }: WayIn): LmsWayInView {
  return {
    id,
    platform,
    institution,
    createdAt: createdAt.toISOString(),
    lastLaunchAt: lastLaunchAt?.toISOString() ?? null,
  };
}
