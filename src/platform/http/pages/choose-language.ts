import { firstSpoken, type Language } from '../../languages.js';

/** What is known of somebody who opens a page; each is a BCP 47 tag, except for the header. */
export interface LanguageWishes {
  /** By the address (`?lang=`). */
  asked?: string | null | undefined;
  /** In the cookie of an earlier choice. */
  kept?: string | undefined;
  /** Of who is signed in. */
  person?: string | undefined;
  /** The header Accept-Language. */
  accepted?: string | undefined;
  /** Of the institution whose page it is. */
  institution?: string | null | undefined;
}

/** What somebody chose comes first, then what is known of them and of their browser, then where they are; English at last. */
export function chooseLanguage({ asked, kept, person, accepted, institution }: LanguageWishes): Language {
  return firstSpoken(asked, kept, person, ...acceptedLanguages(accepted), institution) ?? 'en';
}

/** The tags of an Accept-Language header, the most wished first; without those that are refused (RFC 9110 §12.5.4). */
function acceptedLanguages(header = ''): string[] {
  return header
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return { tag, weight: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
