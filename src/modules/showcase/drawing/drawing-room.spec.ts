import { afterAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { badgeInputs, type BadgeDesign, DEFAULT_COLOURS } from '../domain/badge-design.js';
import { DrawBadge } from './draw-badge.js';
import { DrawingRoom } from './drawing-room.js';

const design: BadgeDesign = {
  shape: 'circle',
  icon: 'book',
  ...DEFAULT_COLOURS,
  title: 'Water',
  level: 'EQF 6',
  ring: 'Riverside',
};

describe('The drawing room', () => {
  const room = new DrawingRoom();
  const draw = new DrawBadge(room);
  afterAll(() => room.onApplicationShutdown());

  it('draws a design always alike, with letters as lines', async () => {
    const [one, other] = [await draw.run(design, 'en'), await draw.run(design, 'en')];
    expect(one.svg).toBe(other.svg);
    expect(one.png.equals(other.png)).toBe(true);
    expect(one.svg).not.toMatch(/<text|font-family|<image|href="[^#]/);
    expect([one.png.readUInt32BE(16), one.png.readUInt32BE(20)]).toEqual([1024, 1024]);
  });

  /** Where two badges differ, in points of the drawing. */
  const difference = async (one: BadgeDesign, other: BadgeDesign) => {
    const pixels = async (design: BadgeDesign) =>
      sharp((await draw.run(design, 'de')).png)
        .resize(480, 480)
        .raw()
        .toBuffer();
    const [before, after] = [await pixels(one), await pixels(other)];
    const places = [...after.keys()].filter((at) => after[at] !== before[at]).map((at) => Math.floor(at / 4));
    const [columns, rows] = [places.map((at) => at % 480), places.map((at) => Math.floor(at / 480))];
    const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b), 480);
    const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b), 0);
    return { left: least(columns), right: most(columns), top: least(rows), bottom: most(rows) };
  };

  it.each(['circle', 'shield'] as const)('keeps the longest words of a %s where they belong', async (shape) => {
    const title =
      'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz und die Analyse von Flussdaten für Fachleute der Praxis';
    const plain = { ...design, shape, title: '.', level: '.', ring: '' };
    for (const words of [title, 'W'.repeat(120), '水'.repeat(120), 'تحليل بيانات '.repeat(9).trim()]) {
      const { left, right, top, bottom } = await difference(plain, { ...plain, title: words });
      expect([left >= 88, right <= 392, top >= 186, bottom <= 316]).toEqual([true, true, true, true]);
    }
    const level = await difference(plain, { ...plain, level: 'W'.repeat(40) });
    expect([level.left >= 145, level.right <= 335, level.top >= 316, level.bottom <= 354]).toEqual([true, true, true, true]);
  });

  it('shows markup as it was written', async () => {
    const title = '#panic() $x$ *a* `b` <c> @d \\ "e" // f';
    await expect(draw.lines({ ...design, title }, 'en')).resolves.toContain('<svg');
  });

  it('says what went wrong with one drawing, and draws the next', async () => {
    await expect(room.svg('badge', { badge: '{' })).rejects.toThrow(/The drawing badge failed: .+/s);
    await expect(draw.lines(design, 'en')).resolves.toContain('<svg');
  });

  it('sends away those for whom there is no room, with a time to come back', async () => {
    const inputs = { badge: JSON.stringify(badgeInputs(design, 'en')) };
    const answers = await Promise.allSettled(Array.from({ length: 120 }, () => room.svg('badge', inputs)));
    const refused = answers.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThanOrEqual(19);
    expect(refused[0]).toMatchObject({ reason: { type: { code: 'service.unavailable' }, particulars: { retryAfter: 10 } } });
    await expect(draw.lines(design, 'en')).resolves.toContain('<svg');
  });
});
