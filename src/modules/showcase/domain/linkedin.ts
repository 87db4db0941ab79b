import type { CredentialFacts } from '../../credentials/domain/credential-facts.js';

/**
 * Where LinkedIn takes a credential into a profile, filled in. Every value is encoded; LinkedIn shows the institution's logo only when it is
 * told the number of its page. Months are 1 to 12, and an expiry is left out where there is none.
 */
export function linkedInAddress(facts: CredentialFacts, organizationId: string | null): string {
  const fields: [string, string | number][] = [
    ['startTask', 'CERTIFICATION_NAME'],
    ['name', facts.title],
    organizationId === null ? ['organizationName', facts.issuer.name] : ['organizationId', organizationId],
    ...monthOf('issue', facts.awardedAt),
    ...(facts.validUntil === null ? [] : monthOf('expiration', facts.validUntil)),
    ['certUrl', facts.url],
    ['certId', facts.url.slice(facts.url.lastIndexOf('/') + 1)],
  ];
  const query = fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `https://www.linkedin.com/profile/add?${query}`;
}

function monthOf(what: string, moment: string): [string, number][] {
  const date = new Date(moment);
  return [
    [`${what}Year`, date.getUTCFullYear()],
    [`${what}Month`, date.getUTCMonth() + 1],
  ];
}
