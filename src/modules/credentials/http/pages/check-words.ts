import { type Html, html } from '../../../../platform/http/html.js';
import { formatIn } from '../../../../platform/http/pages/format.js';
import type { Language } from '../../../../platform/languages.js';
import { isVouchedFor } from '../../proof/verifying/outcomes.js';
import type { CheckResult, Verification, VerificationReason } from '../../proof/verifying/verification.js';
import { wordsIn } from './words.js';

/** Reasons whose words leave nothing for the detail to add; it would say the same twice, and in English everywhere. */
const SAID_ALREADY: ReadonlySet<VerificationReason> = new Set([
  'not-checked',
  'nothing-inside',
  'proof-missing',
  'signature-wrong',
  'subject-not-named',
  'suspended',
  'superseded',
  'withdrawn',
]);

/** A form that does not hold was not always taken back: here the reason is the whole answer. */
const NOT_TAKEN_BACK: ReadonlySet<VerificationReason> = new Set(['suspended', 'superseded', 'withdrawn']);

/** What a check found, in sentences, and what the reader can do about it. */
export function checkWords(
  { check, outcome, reason, at }: CheckResult,
  language: Language,
): { found: string; advice?: string | undefined } {
  const { checks: words, reasons } = wordsIn(language);
  const question = words.questions[check];
  if (reason === 'not-checked') return { found: words.notChecked };
  const { says, saysAt, advice } = (reason && reasons[reason]) ?? {};
  const told = at && saysAt ? saysAt(formatIn(language).moment(at)) : says;
  if (outcome === 'passed') return { found: told ?? question.passed };
  if (told && reason && NOT_TAKEN_BACK.has(reason)) return { found: told, advice };
  return { found: told ? `${question[outcome]} ${told}` : question[outcome], advice };
}

/** Each check on its own line, in plain words: what was checked, what is wrong, and what to do about it. */
export function checkList({ checks }: Verification, language: Language): Html {
  const { checks: words } = wordsIn(language);
  return html`<ul class="checks">
    ${checks.map((result) => {
      const { check, outcome, reason, detail, at } = result;
      const { found, advice } = checkWords(result, language);
      return html`<li class="check-${outcome}">
        <strong>${words.questions[check].asks}</strong>:
        ${found}${advice ? html` <em>${advice}</em>` : null}${
          detail && !at && !(reason && SAID_ALREADY.has(reason)) ? html` <small lang="en">${detail}</small>` : null
        }
      </li> `;
    })}
  </ul>`;
}

/** The answer in one line. A genuine credential that no longer holds, or is somebody else's, is told from one that nobody vouches for. */
export function verdictLine(verification: Verification, language: Language): Html {
  const { verified, checks } = verification;
  const { checks: words } = wordsIn(language);
  if (verified) return verdict('good', words.verified);
  const state = STATES.find((one) => checks.some(({ reason }) => reason === one));
  if (state) return verdict('bad', words[state]);
  const wrong = checks.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check);
  const vouched = isVouchedFor(verification);
  if (wrong.length === 0) return verdict('unknown', vouched ? words.partly : words.unknown);
  const but = vouched ? BUTS.find((check) => wrong.includes(check)) : undefined;
  return verdict('bad', but ? `${words.failed}: ${words.but[but]}` : words.failed);
}

/** What the issuer says of a genuine credential that does not hold. */
const STATES = ['suspended', 'superseded', 'withdrawn'] as const;

/** What a genuine credential may lack, the gravest first. */
const BUTS = ['status', 'validity', 'subject'] as const;

function verdict(kind: 'good' | 'bad' | 'unknown', words: string): Html {
  return html`<p class="verdict verdict-${kind}" role="status">${words}</p>`;
}
