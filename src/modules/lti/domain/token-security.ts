import type { ClaimReader } from './claim-reader.js';
import type { LtiRefusal } from './refusal.js';

/** From whom a token has to come, and for whom it has to be. */
export interface ExpectedParties {
  issuer: string;
  clientId: string;
  /** Beside ours in `aud`; usually none. */
  trustedAudiences?: readonly string[];
  now: Date;
}

const SKEW_S = 60;
const OLDEST_S = 600;

/** What every token of a platform has to keep (Security Framework 1.1 §5.1.3), but for the nonce, which belongs to logins. */
export function checkToken(claims: ClaimReader, expected: ExpectedParties): LtiRefusal | null {
  if (claims.text('iss') !== expected.issuer) return { code: 'issuer_wrong', claim: 'iss' };
  const aud = claims.raw('aud');
  const audiences = typeof aud === 'string' ? [aud] : claims.texts('aud');
  if (!audiences.includes(expected.clientId)) return { code: 'audience_wrong', claim: 'aud' };
  const trusted = [expected.clientId, ...(expected.trustedAudiences ?? [])];
  if (audiences.some((audience) => !trusted.includes(audience))) return { code: 'audience_untrusted', claim: 'aud' };
  const party = claims.optionalText('azp');
  if (audiences.length > 1 && party === null) throw claims.missing('azp');
  if (party !== null && party !== expected.clientId) return { code: 'authorized_party_wrong', claim: 'azp' };
  const seconds = expected.now.getTime() / 1_000;
  const issued = claims.number('iat');
  if (claims.number('exp') <= seconds - SKEW_S) return { code: 'expired', claim: 'exp' };
  if (issued > seconds + SKEW_S) return { code: 'issued_in_the_future', claim: 'iat' };
  if (issued < seconds - OLDEST_S) return { code: 'expired', claim: 'iat' };
  return null;
}
