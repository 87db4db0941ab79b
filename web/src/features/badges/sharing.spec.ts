import type { ShareLink } from './queries';
import { endOf, isOpen, viewsBy } from './sharing';

const link = (change: Partial<ShareLink> = {}): ShareLink => ({
  id: 'stadtwerke',
  label: 'Stadtwerke',
  createdAt: '2026-01-01T00:00:00.000Z',
  expiresAt: '2026-02-01T00:00:00.000Z',
  revokedAt: null,
  ...change,
});
const revokedAt = '2026-01-10T00:00:00.000Z';

describe('a share link', () => {
  it('is open until its end, or until it is ended', () => {
    const [before, after] = [new Date('2026-01-20T00:00:00Z'), new Date('2026-02-01T00:00:00Z')];
    expect([isOpen(link(), before), isOpen(link(), after), isOpen(link({ revokedAt }), before)]).toEqual([true, false, false]);
  });

  it('ended when the first of both came', () => {
    expect(endOf(link())).toBe('2026-02-01T00:00:00.000Z');
    expect(endOf(link({ revokedAt }))).toBe(revokedAt);
    expect(endOf(link({ revokedAt: '2026-03-01T00:00:00.000Z' }))).toBe('2026-02-01T00:00:00.000Z');
  });
});

describe('viewsBy', () => {
  const views = [
    { day: '2026-01-02', way: 'page', views: 2 },
    { day: '2026-01-01', way: 'stadtwerke', views: 3 },
    { day: '2026-01-01', way: 'page', views: 5 },
  ];

  it('counts one way, or all', () => {
    expect([viewsBy(views, 'page'), viewsBy(views, 'stadtwerke'), viewsBy(views, 'gone'), viewsBy(views)]).toEqual([7, 3, 0, 10]);
  });
});
