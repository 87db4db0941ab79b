import { type Html, html } from '../../../../platform/http/html.js';
import { formatIn } from '../../../../platform/http/pages/format.js';
import type { Language } from '../../../../platform/languages.js';
import type { OtherAward, ToldAwards } from '../../domain/told-awards.js';
import { wordsIn } from './words.js';

/** The awards before and after this one. The issuer's records know of them; nothing that is signed does, and the reader is told so. */
export function awardLinks({ later, earlier }: ToldAwards, language: Language): Html {
  const { credential: words } = wordsIn(language);
  return html`${awardLink(words.later, later, language)} ${awardLink(words.earlier, earlier, language)}`;
}

function awardLink(term: string, award: OtherAward | undefined, language: Language): Html | null {
  if (!award) return null;
  const { credential: words } = wordsIn(language);
  const { publicId, awardedAt } = award;
  return html`<dt>${term}</dt>
    <dd>
      <a href="/credentials/${publicId}">${words.awardOf(formatIn(language).day(awardedAt))}</a> <br /><small
        >${words.notSigned}</small
      >
    </dd>`;
}
