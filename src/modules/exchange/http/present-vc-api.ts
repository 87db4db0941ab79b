import type { CheckResult, PresentationVerification, Verification } from '../../credentials/index.js';
import type { CredentialVerdictView, PresentationVerdictView, ProblemDetailView } from './vc-api.dto.js';

const VC = 'https://www.w3.org/TR/vc-data-model#';

/** VC 2.0 §8 */
const PROBLEM_TYPES: Record<CheckResult['check'], { type: string; title: string }> = {
  context: { type: `${VC}MALFORMED_VALUE_ERROR`, title: 'The contexts cannot be used' },
  schema: { type: `${VC}MALFORMED_VALUE_ERROR`, title: 'The document is malformed' },
  proof: { type: `${VC}CRYPTOGRAPHIC_SECURITY_ERROR`, title: 'The proof does not hold' },
  issuer: { type: `${VC}CRYPTOGRAPHIC_SECURITY_ERROR`, title: 'The key is not known to be the signer’s' },
  validity: { type: `${VC}RANGE_ERROR`, title: 'It is not valid now' },
  subject: { type: `${VC}MALFORMED_VALUE_ERROR`, title: 'It is about somebody else' },
  status: {
    type: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    title: 'The issuer does not stand by it, or cannot be asked',
  },
};

export function presentVerdict({ verified, checks }: Pick<Verification, 'verified' | 'checks'>): CredentialVerdictView {
  return {
    verified,
    checks: checks.map(({ check, outcome, reason, detail }) => ({
      check,
      outcome,
      ...(reason ? { reason } : {}),
      ...(detail ? { detail } : {}),
    })),
    problemDetails: checks.filter(isProblem).map(presentFault),
  };
}

export function presentPresentationVerdict({ verified, holder, credentials }: PresentationVerification): PresentationVerdictView {
  const results = credentials.map(presentVerdict);
  const own = presentVerdict(holder);
  return {
    ...own,
    verified,
    problemDetails: [...own.problemDetails, ...results.flatMap(({ problemDetails }) => problemDetails)],
    ...(holder.holder === undefined ? {} : { holder: holder.holder }),
    credentialResults: results,
  };
}

function isProblem({ outcome, reason }: CheckResult): boolean {
  return outcome !== 'passed' && reason !== 'not-checked';
}

function presentFault({ check, reason = 'not-checked', detail }: CheckResult): ProblemDetailView {
  return { ...PROBLEM_TYPES[check], detail: detail ? `${reason}: ${detail}` : reason };
}
