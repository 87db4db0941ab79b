import type { CredentialFacts } from '../../credentials/domain/credential-facts.js';
import { certificateWords, longDay } from './certificate-words.js';
import { inkOn } from './colour.js';
import { breakable, oneLine, primaryLanguage, readsRightToLeft, shortened } from './lettering.js';
import type { Look } from './look.js';

const MOST_TITLE = 140;
const MOST_ISSUER = 90;

/** What the picture beside a shared link is told. It names nobody: whoever shares a link says themselves whose it is. */
export function shareCardInputs(facts: CredentialFacts, { background, accent }: Look) {
  const { language, words } = certificateWords(facts.language);
  return {
    background,
    accent,
    ink: inkOn(background),
    language: primaryLanguage(facts.language),
    rtl: readsRightToLeft(facts.title),
    kind: words.kind,
    title: breakable(shortened(oneLine(facts.title), MOST_TITLE)),
    issuer: breakable(shortened(oneLine(facts.issuer.name), MOST_ISSUER)),
    awarded: `${words.awarded} ${longDay(facts.awardedAt, language)}`,
  };
}
