import { describe, expect, it } from '@jest/globals';
import { withFirst, withForm } from './chosen-forms';

describe('The forms that are offered', () => {
  it('come and go behind the one that is given by default', () => {
    expect(withForm(['RS256'], 'ES256', true)).toEqual(['RS256', 'ES256']);
    expect(withForm(['RS256', 'ES256'], 'RS256', false)).toEqual(['ES256']);
    expect(withForm([], 'EdDSA', true)).toEqual(['EdDSA']);
  });

  it('let one of them go to the front', () => {
    expect(withFirst(['RS256', 'ES256', 'EdDSA'], 'EdDSA')).toEqual(['EdDSA', 'RS256', 'ES256']);
  });
});
