import { describe, expect, it } from '@jest/globals';
import { securityHeaders } from './security-headers.js';

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
});
