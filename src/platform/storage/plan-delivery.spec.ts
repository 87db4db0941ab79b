import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentDisposition, planDelivery } from './plan-delivery.js';

const report = { originalName: 'Amira’s report.pdf', mediaType: 'application/pdf', bytes: 1_000, sha256: 'ab12' };

describe('planDelivery', () => {
  it('gives a whole file as a sandboxed download that nobody guesses the type of', () => {
    expect(planDelivery(report, {})).toEqual({
      status: 200,
      headers: {
        'accept-ranges': 'bytes',
        'cache-control': 'private, no-cache',
        'content-disposition': "attachment; filename*=UTF-8''Amira%E2%80%99s%20report.pdf",
        'content-length': '1000',
        'content-security-policy': "default-src 'none'; sandbox",
        'content-type': 'application/pdf',
        etag: '"ab12"',
        'x-content-type-options': 'nosniff',
      },
    });
  });

  it.each([
    ['image/png', 'inline'],
    ['image/webp', 'inline'],
    ['application/pdf', 'inline'],
    ['audio/mpeg', 'inline'],
    ['video/mp4', 'inline'],
    ['image/svg+xml', 'attachment'],
    ['text/html', 'attachment'],
    ['text/plain', 'attachment'],
    ['application/xhtml+xml', 'attachment'],
    ['application/zip', 'attachment'],
  ])('shows %s %s when asked to show it', (mediaType, disposition) => {
    const shown = planDelivery({ ...report, mediaType }, { inline: true }).headers;
    expect(shown['content-disposition']).toMatch(new RegExp(`^${disposition};`));
    expect(shown['content-security-policy']).toContain("default-src 'none'");
    expect(planDelivery({ ...report, mediaType }, {}).headers['content-disposition']).toMatch(/^attachment;/);
  });

  it('lets a page of ours hold a PDF, also where others hold that page', () => {
    const policy = (frameOrigins?: string) =>
      planDelivery(report, { inline: true, frameOrigins }).headers['content-security-policy'];
    expect(policy()).toMatch(/; frame-ancestors 'self'$/);
    expect(policy('https://moodle.example')).toMatch(/; frame-ancestors 'self' https:\/\/moodle\.example$/);
    expect(planDelivery(report, {}).headers['content-security-policy']).toBe("default-src 'none'; sandbox");
  });

  it('says that text is UTF-8', () => {
    expect(planDelivery({ ...report, mediaType: 'text/csv' }, {}).headers['content-type']).toBe('text/csv; charset=utf-8');
  });

  it.each(['"ab12"', 'W/"ab12"', '"other", "ab12"', '*'])('sends nothing to who has it already (%s)', (ifNoneMatch) => {
    const { status, headers } = planDelivery(report, { ifNoneMatch, range: 'bytes=0-1' });
    expect(status).toBe(304);
    expect(headers['content-length']).toBeUndefined();
    expect(headers['etag']).toBe('"ab12"');
  });

  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=0-99', 0, 99],
    ['bytes=900-', 900, 999],
    ['bytes=990-5000', 990, 999],
    ['bytes=-100', 900, 999],
    ['bytes=-5000', 0, 999],
  ])('gives the part %s', (range, start, end) => {
    const plan = planDelivery(report, { range, ifRange: '"ab12"' });
    expect(plan).toMatchObject({ status: 206, range: { start, end } });
    expect(plan.headers).toMatchObject({
      'content-range': `bytes ${start}-${end}/1000`,
      'content-length': String(end - start + 1),
    });
  });

  it.each(['bytes=1000-', 'bytes=5000-6000', 'bytes=-0'])('says that there is no part %s', (range) => {
    expect(planDelivery(report, { range })).toEqual({ status: 416, headers: { 'content-range': 'bytes */1000' } });
  });

  it.each(['bytes=5-2', 'bytes=-', 'bytes=0-1,5-6', 'lines=1-2', 'bytes = 0-1', 'bytes=a-b', ''])(
    'gives the whole file for %j',
    (range) => {
      expect(planDelivery(report, { range }).status).toBe(200);
    },
  );

  it('gives the whole file when a part of an older one is asked for', () => {
    expect(planDelivery(report, { range: 'bytes=0-1', ifRange: '"old"' }).status).toBe(200);
    expect(planDelivery(report, { range: 'bytes=0-1', ifRange: 'Wed, 21 Oct 2026 07:28:00 GMT' }).status).toBe(200);
  });

  it('never plans a part outside the file', () => {
    const number = fc.oneof(fc.constant(''), fc.nat(30).map(String));
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 20 }), (first, last, bytes) => {
        const { range, status } = planDelivery({ ...report, bytes }, { range: `bytes=${first}-${last}` });
        expect(status === 206).toBe(range !== undefined);
        if (!range) return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThan(bytes);
      }),
    );
  });
});

describe('contentDisposition', () => {
  it('writes a name so that it cannot be anything else', () => {
    expect(contentDisposition('attachment', `a"b';\\(c)*\u00A0é%.txt`)).toBe(
      "attachment; filename*=UTF-8''a%22b%27%3B%5C%28c%29%2A%C2%A0%C3%A9%25.txt",
    );
  });
});
