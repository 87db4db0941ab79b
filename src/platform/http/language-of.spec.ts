import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language-of.js';

describe('The language that a browser is answered in', () => {
  it.each([
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['en-GB, de', 'en'],
    ['fr-FR,fr;q=0.9,de;q=0.8,en;q=0.7', 'de'],
    ['DE', 'de'],
    ['den', 'en'],
    ['fr, *;q=0.5', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('is the first of ours in %j: %s', (accepted, language) => expect(languageOf(accepted)).toBe(language));
});
