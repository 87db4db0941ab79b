import type { VerificationReason } from '../../proof/verification.js';
import type { CheckResult, Verification } from '../../proof/verify.js';
import { type Html, html } from '../../../../platform/http/html.js';

const QUESTIONS: Record<CheckResult['check'], { asks: string; passed: string; failed: string; unknown: string }> = {
  context: {
    asks: 'Vocabulary',
    passed: 'Every word in it is defined.',
    failed: 'It uses words that are not defined.',
    unknown: 'Its words could not be checked.',
  },
  schema: {
    asks: 'Form',
    passed: 'It has the form of a credential.',
    failed: 'It does not have the form of a credential.',
    unknown: 'Its form could not be checked.',
  },
  proof: {
    asks: 'Signature',
    passed: 'It is exactly what the issuer signed.',
    failed: 'It was changed, or never signed by this issuer.',
    unknown: 'The signature could not be checked.',
  },
  issuer: {
    asks: 'Issuer',
    passed: 'The key is the issuer’s own.',
    failed: 'The key is not the issuer’s.',
    unknown: 'The issuer could not be reached.',
  },
  validity: {
    asks: 'Dates',
    passed: 'It is valid today.',
    failed: 'It is not valid today.',
    unknown: 'Its dates could not be checked.',
  },
  status: {
    asks: 'Status',
    passed: 'It has not been taken back.',
    failed: 'It has been taken back.',
    unknown: 'Whether it was taken back could not be checked.',
  },
};

/** A failure that has words of its own. */
const REASONS: { readonly [reason in VerificationReason]?: string } = {
  suspended: 'The issuer has suspended it. It may hold again later, in a new form at the same address.',
  superseded: 'The issuer has replaced it by a newer form, which its address gives.',
};

/** Each check on its own line, in plain words. */
export function checkList({ checks }: Verification): Html {
  return html`<ul class="checks">
    ${checks.map(({ check, outcome, reason, detail }) => {
      const words = QUESTIONS[check];
      const special = reason && REASONS[reason];
      return html`<li class="check-${outcome}">
        <strong>${words.asks}</strong>:
        ${special ?? words[outcome]}${detail && outcome !== 'passed' && !special ? html` <small>${detail}</small>` : null}
      </li> `;
    })}
  </ul>`;
}

/** The answer in one line. */
export function verdictLine({ verified, checks }: Verification): Html {
  if (verified) return html`<p class="verdict verdict-good" role="status">✓ Genuine and valid</p>`;
  if (checks.some(({ reason }) => reason === 'suspended'))
    return html`<p class="verdict verdict-bad" role="status">✗ Suspended by its issuer</p>`;
  const unknown = checks.every(({ outcome }) => outcome !== 'failed');
  return unknown
    ? html`<p class="verdict verdict-unknown" role="status">? Could not be checked</p>`
    : html`<p class="verdict verdict-bad" role="status">✗ Not verified</p>`;
}
