import { describe, expect, it } from '@jest/globals';
import { frameOriginsOf, securityHeaders } from './security-headers.js';

const at = (frameOrigins: string[]) => securityHeaders({ publicUrl: 'https://cairn.riverside.example', frameOrigins });

describe('What answers tell browsers about frames', () => {
  it('lets nobody show us in one where nobody is named', () => {
    expect(at([])).toMatchObject({
      'content-security-policy': expect.stringMatching(/;frame-ancestors 'none'$/),
      'x-frame-options': 'DENY',
    });
  });

  it('lets those alone that are named', () => {
    const headers = at(['https://moodle.riverside.example', 'https://intranet.riverside.example:8443']);
    expect(headers['content-security-policy']).toMatch(
      /;frame-ancestors https:\/\/moodle\.riverside\.example https:\/\/intranet\.riverside\.example:8443$/,
    );
    expect(headers).not.toHaveProperty('x-frame-options');
  });

  it.each([[[]], [['https://moodle.riverside.example']], [['https://a.example', 'https://b.example:8443']]])(
    'reads them back: %j',
    (origins) => {
      expect(frameOriginsOf(at(origins)['content-security-policy'])).toBe(origins.length > 0 ? origins.join(' ') : undefined);
    },
  );

  it('finds nobody in an answer without a policy', () => {
    expect(frameOriginsOf(undefined)).toBeUndefined();
  });
});
