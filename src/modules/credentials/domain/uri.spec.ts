import { describe, expect, it } from '@jest/globals';
import { isUri } from './uri.js';

describe('absolute URIs', () => {
  it.each([
    'https://a.example/x?y=1#z',
    'urn:uuid:0193a1f0-7c2b-4000-8000-00000000beef',
    'did:web:a.example%3A8443:b',
    'data:image/png;base64,AA==',
    'https://ü.example/漢',
  ])('%s is one', (uri) => {
    expect(isUri(uri)).toBe(true);
  });

  it.each([
    '',
    'a',
    '/a',
    '//a.example',
    'https:',
    'https://',
    'https://a b',
    'https://a.example/<x>',
    'https://a.example/"',
    'https://a.example/\n',
    'urn:\u0000',
    '1a:b',
    ':x',
    7,
    null,
    undefined,
    ['urn:x'],
    { id: 'urn:x' },
  ])('%j is none', (value) => {
    expect(isUri(value)).toBe(false);
  });
});
