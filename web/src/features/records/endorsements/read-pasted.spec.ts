import { describe, expect, it } from '@jest/globals';
import { readPasted } from './read-pasted';

describe('A pasted endorsement', () => {
  it('is a JSON document', () => {
    expect(readPasted(' {"type": ["EndorsementCredential"]} ')).toEqual({
      ok: true,
      document: { type: ['EndorsementCredential'] },
    });
  });

  it('is refused with what is wrong with it', () => {
    expect(readPasted(' ')).toEqual({ ok: false, fault: 'empty' });
    for (const text of ['https://example.org/endorsements/1', '{"type":', '[]', 'null', '3'])
      expect(readPasted(text)).toEqual({ ok: false, fault: 'no-json' });
  });
});
