import { describe, expect, it } from '@jest/globals';
import { chooseLanguage, type LanguageWishes } from './choose-language.js';

describe('The language of a page', () => {
  it.each<[string, LanguageWishes, string]>([
    ['is English where nothing is known', {}, 'en'],
    [
      'is what the address asks for, before all',
      { asked: 'de', kept: 'en', person: 'en', accepted: 'en', institution: 'en' },
      'de',
    ],
    ['is what was chosen before', { kept: 'de', person: 'en', accepted: 'en', institution: 'en' }, 'de'],
    ['is that of who is signed in', { person: 'de-AT', accepted: 'en', institution: 'en' }, 'de'],
    ['is what the browser likes best', { accepted: 'en;q=0.5, de-CH;q=0.9, fr', institution: 'en' }, 'de'],
    ['is the first of what the browser likes as well', { accepted: 'de, en' }, 'de'],
    ['is never what the browser refuses', { accepted: 'de;q=0, fr;q=0.1', institution: 'en' }, 'en'],
    ['is that of the institution for who reads neither', { accepted: 'fr, it;q=0.8, *;q=0.1', institution: 'de' }, 'de'],
    ['is English for who reads neither, where neither is spoken', { accepted: 'fr', institution: 'sv' }, 'en'],
    ['is not what nobody speaks here', { asked: 'tlh', kept: 'constructor', accepted: 'de' }, 'de'],
    ['is read in any case of letters', { accepted: 'DE-de' }, 'de'],
    ['is English for a header that says nothing', { accepted: ';q=,,=;de' }, 'en'],
  ])('%s', (_, wishes, language) => {
    expect(chooseLanguage(wishes)).toBe(language);
  });
});
