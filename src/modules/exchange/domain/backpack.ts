import { isJsonObject, type JsonObject } from '../../credentials/domain/json.js';
import { parseDateTimeStamp } from '../../credentials/domain/date-time.js';

/** What tells one badge from another, and which of two is newer (OB 3.0 §8.4). */
export interface BadgeIdentity {
  issuer: string;
  credentialId: string;
  validFrom: Date;
}

/** The identity of a verified badge; null for a credential that is no Open Badge 3.0 or has no identity. */
export function badgeIdentity({ type, id, issuer, validFrom }: JsonObject): BadgeIdentity | null {
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  const issuerId = isJsonObject(issuer) ? issuer.id : issuer;
  const from = parseDateTimeStamp(validFrom);
  const isBadge = types.includes('OpenBadgeCredential') || types.includes('AchievementCredential');
  if (!isBadge || typeof id !== 'string' || typeof issuerId !== 'string' || !from) return null;
  return { issuer: issuerId, credentialId: id, validFrom: from };
}

/** What to do with a badge when another with the same issuer and id may be here already. */
export function upsertOf(existing: { validFrom: Date } | null, validFrom: Date): 'create' | 'replace' | 'keep' {
  if (!existing) return 'create';
  return validFrom > existing.validFrom ? 'replace' : 'keep';
}
