import type { CheckResult, Verification } from '../../proof/verifying/verify.js';
import { type Html, html } from '../../../../platform/http/html.js';
import { isVouchedFor } from '../../proof/verifying/outcomes.js';
import { REASON_WORDS } from './reason-words.js';

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
  subject: {
    asks: 'Person',
    passed: 'It is about the owner of the e-mail address that you gave.',
    failed: 'It is not about the owner of the e-mail address that you gave.',
    unknown: 'Whether it is about the owner of the e-mail address could not be checked.',
  },
};

const NOT_CHECKED = 'Not checked, because something else has to be right first.';

/** Each check on its own line, in plain words: what was checked, what is wrong, and what to do about it. */
export function checkList({ checks }: Verification): Html {
  return html`<ul class="checks">
    ${checks.map(({ check, outcome, reason, detail }) => {
      const words = QUESTIONS[check];
      if (reason === 'not-checked') return html`<li class="check-unknown"><strong>${words.asks}</strong>: ${NOT_CHECKED}</li> `;
      const { says, advice } = (reason && REASON_WORDS[reason]) ?? {};
      return html`<li class="check-${outcome}">
        <strong>${words.asks}</strong>:
        ${(outcome === 'passed' && says) || words[outcome]}${outcome !== 'passed' && says ? html` ${says}` : null}${
          outcome !== 'passed' && advice ? html` <em>${advice}</em>` : null
        }${detail && outcome !== 'passed' ? html` <small>${detail}</small>` : null}
      </li> `;
    })}
  </ul>`;
}

/** The answer in one line. A genuine credential that no longer holds, or is somebody else's, is told from one that nobody vouches for. */
export function verdictLine(verification: Verification): Html {
  const { verified, checks } = verification;
  if (verified) return html`<p class="verdict verdict-good" role="status">✓ Genuine and valid</p>`;
  if (checks.some(({ reason }) => reason === 'suspended'))
    return html`<p class="verdict verdict-bad" role="status">✗ Suspended by its issuer</p>`;
  if (checks.some(({ reason }) => reason === 'withdrawn'))
    return html`<p class="verdict verdict-bad" role="status">✗ An endorsement that was withdrawn</p>`;
  const wrong = checks.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check);
  const vouched = isVouchedFor(verification);
  if (wrong.length === 0)
    return html`<p class="verdict verdict-unknown" role="status">
      ${vouched ? '? Genuine, but not everything could be checked' : '? Could not be checked'}
    </p>`;
  const but = vouched ? BUTS.find(([check]) => wrong.includes(check))?.[1] : undefined;
  return html`<p class="verdict verdict-bad" role="status">✗ Not verified${but ? `: ${but}` : ''}</p>`;
}

const BUTS: readonly (readonly [CheckResult['check'], string])[] = [
  ['status', 'genuine, but taken back'],
  ['validity', 'genuine, but not valid today'],
  ['subject', 'genuine, but about somebody else'],
];
