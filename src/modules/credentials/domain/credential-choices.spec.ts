import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chosenEvidence, LEAST_SHOWN } from './credential-choices.js';

const file = (id: string) => ({ id, name: `${id}.pdf`, sha256: '00' });

describe('evidence', () => {
  it('is nothing unless it was chosen', () => {
    expect(chosenEvidence(LEAST_SHOWN, { links: ['https://a.example'], files: [file('a')] })).toEqual([]);
  });

  it('is only what is both chosen and part of the work that passed', () => {
    const parts = fc.subarray(['a', 'b', 'c', 'd', 'e']);
    fc.assert(
      fc.property(parts, parts, parts, parts, (links, files, evidenceLinks, evidenceFileIds) => {
        const shown = chosenEvidence({ ...LEAST_SHOWN, evidenceLinks, evidenceFileIds }, { links, files: files.map(file) });
        expect(shown).toEqual([
          ...links.filter((link) => evidenceLinks.includes(link)).map((link) => ({ link })),
          ...files.filter((id) => evidenceFileIds.includes(id)).map((id) => ({ fileId: id, name: `${id}.pdf`, sha256: '00' })),
        ]);
      }),
    );
  });

  it('names a link once that was handed in twice', () => {
    const link = 'https://a.example';
    expect(chosenEvidence({ ...LEAST_SHOWN, evidenceLinks: [link] }, { links: [link, link], files: [] })).toEqual([{ link }]);
  });
});
