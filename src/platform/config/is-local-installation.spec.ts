import { describe, expect, it } from '@jest/globals';
import { isLocalInstallation } from './is-local-installation.js';

describe('An installation', () => {
  it.each([
    ['http://localhost:3000', true],
    ['http://127.0.0.1:3000', true],
    ['https://cairn.riverside.example', false],
  ])('at %s is on this machine alone: %s', (publicUrl, isLocal) => {
    expect(isLocalInstallation(publicUrl)).toBe(isLocal);
  });
});
