import { type Html, html } from '../../../../platform/http/html.js';
import type { Language } from '../../../../platform/languages.js';
import { isVouchedFor } from '../../proof/verifying/outcomes.js';
import type { Verification } from '../../proof/verifying/verify.js';
import { wordsIn } from './words.js';

/** Each check on its own line, in plain words: what was checked, what is wrong, and what to do about it. */
export function checkList({ checks }: Verification, language: Language): Html {
  const { checks: words, reasons } = wordsIn(language);
  return html`<ul class="checks">
    ${checks.map(({ check, outcome, reason, detail }) => {
      const question = words.questions[check];
      if (reason === 'not-checked')
        return html`<li class="check-unknown"><strong>${question.asks}</strong>: ${words.notChecked}</li> `;
      const { says, advice } = (reason && reasons[reason]) ?? {};
      return html`<li class="check-${outcome}">
        <strong>${question.asks}</strong>:
        ${(outcome === 'passed' && says) || question[outcome]}${outcome !== 'passed' && says ? html` ${says}` : null}${
          outcome !== 'passed' && advice ? html` <em>${advice}</em>` : null
        }${detail && outcome !== 'passed' ? html` <small lang="en">${detail}</small>` : null}
      </li> `;
    })}
  </ul>`;
}

/** The answer in one line. A genuine credential that no longer holds, or is somebody else's, is told from one that nobody vouches for. */
export function verdictLine(verification: Verification, language: Language): Html {
  const { verified, checks } = verification;
  const { checks: words } = wordsIn(language);
  if (verified) return verdict('good', words.verified);
  if (checks.some(({ reason }) => reason === 'suspended')) return verdict('bad', words.suspended);
  if (checks.some(({ reason }) => reason === 'withdrawn')) return verdict('bad', words.withdrawn);
  const wrong = checks.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check);
  const vouched = isVouchedFor(verification);
  if (wrong.length === 0) return verdict('unknown', vouched ? words.partly : words.unknown);
  const but = vouched ? BUTS.find((check) => wrong.includes(check)) : undefined;
  return verdict('bad', but ? `${words.failed}: ${words.but[but]}` : words.failed);
}

/** What a genuine credential may lack, the gravest first. */
const BUTS = ['status', 'validity', 'subject'] as const;

function verdict(kind: 'good' | 'bad' | 'unknown', words: string): Html {
  return html`<p class="verdict verdict-${kind}" role="status">${words}</p>`;
}
