import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readSite } from './site-origin.js';

const faultOf = (text: string, local = false) => {
  const read = readSite(text, local);
  return read.ok ? null : read.fault;
};

describe('A site that may show a card', () => {
  it.each([
    ['https://www.riverside.example', 'https://www.riverside.example'],
    [' https://WWW.Riverside.example/ ', 'https://www.riverside.example'],
    ['https://riverside.example:443', 'https://riverside.example'],
    ['https://riverside.example:8443', 'https://riverside.example:8443'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ])('is named by %s', (text, origin) => {
    expect(readSite(text, false)).toEqual({ ok: true, origin });
  });

  it.each([
    ['', 'not_a_site'],
    ['riverside.example', 'not_a_site'],
    ['*', 'not_a_site'],
    ['https://', 'not_a_site'],
    ["'self'", 'not_a_site'],
    ['data:text/html,x', 'not_a_site'],
    ['javascript://riverside.example', 'not_a_site'],
    ['https://riverside.example; script-src *', 'not_a_site'],
    ['http://riverside.example', 'not_https'],
    ['http://localhost', 'not_https'],
    ['https://riverside.example/courses', 'more_than_a_site'],
    ['https://riverside.example?', 'more_than_a_site'],
    ['https://riverside.example/#', 'more_than_a_site'],
    ['https://somebody@riverside.example', 'more_than_a_site'],
    ['https://:@riverside.example', 'more_than_a_site'],
    ['https://*.riverside.example', 'unfit_host'],
    ['https://*', 'unfit_host'],
    ['https://localhost', 'unfit_host'],
    ['https://riverside', 'unfit_host'],
    ['https://riverside.example.', 'unfit_host'],
    ['https://192.0.2.7', 'unfit_host'],
    ['https://[2001:db8::7]', 'unfit_host'],
  ])('is not named by %j: %s', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  it('may be on this machine where Cairn is', () => {
    expect(readSite('http://127.0.0.1:8080', true)).toEqual({ ok: true, origin: 'http://127.0.0.1:8080' });
    expect(faultOf('http://192.0.2.7', true)).toBe('not_https');
  });

  it('is one source of a content security policy and nothing more, whatever is typed', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('a', '.', '-', ':', '/', '*', ';', ',', ' ', "'", '\\', '@', '%', '\t', '1'),
    });
    fc.assert(
      fc.property(hostile, (rest) => {
        const read = readSite(`https://${rest}`, false);
        if (read.ok) expect(read.origin).toMatch(/^https:\/\/[a-z0-9.-]+(?::\d+)?$/);
      }),
    );
  });
});
