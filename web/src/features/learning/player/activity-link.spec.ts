import { activityLink } from './activity-link';

describe('activityLink', () => {
  it('knows the addresses by which pages name other activities', () => {
    const id = '0198c5f0-0000-7000-8000-000000000001';
    expect([`./${id}`, `./${id}#end`, `/x/${id}`, './other', 'https://example.org', null].map(activityLink)).toEqual([
      id,
      id,
      null,
      null,
      null,
      null,
    ]);
  });
});
