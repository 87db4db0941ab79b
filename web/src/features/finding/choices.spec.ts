import type { View } from '../../api/client';
import { common } from '../../i18n/en/common';
import { finding } from '../../i18n/en/finding';
import { beginnings, foundGroups, named, placeOf, screenChoices, stepFrom } from './choices';

const texts = { nav: common.nav, screens: finding.screens };
const found = (kind: View<'FoundView'>['kind'], id: string): View<'FoundView'> => ({
  kind,
  id,
  title: id,
  context: `${id}@riverside.example`,
  microCredentialId: 'm',
});

describe('where one can go', () => {
  it('is to the screens of one’s roles whose name has every word', () => {
    expect(screenChoices(['learner'], '', texts).map(({ title }) => title)).toEqual(['My learning', 'My badges', 'Calendar']);
    expect(screenChoices(['office'], 'OFF new', texts).map(({ to }) => to)).toEqual([{ to: '/offerings/new' }]);
    expect(screenChoices(['learner'], 'offerings', texts)).toEqual([]);
  });

  it('is to what somebody with the roles may begin', () => {
    const titles = (roles: Parameters<typeof beginnings>[0]) => beginnings(roles, finding.acts).map(({ title }) => title);
    expect([titles(['learner']), titles(['instructor']), titles(['office']), titles(['admin'])]).toEqual([
      [],
      ['New micro-credential'],
      ['Invite somebody'],
      ['New micro-credential', 'Invite somebody'],
    ]);
    expect(named(beginnings(['admin'], finding.acts), 'SOME inv').map(({ to }) => to)).toEqual([
      { to: '/people', search: { invite: true } },
    ]);
  });

  it('is to what was found, by what one may do there', () => {
    expect(placeOf(found('activity', 'a'), ['instructor'])).toEqual({
      to: '/studio/$microCredentialId/activities/$activityId',
      params: { microCredentialId: 'm', activityId: 'a' },
    });
    expect(placeOf(found('offering', 'o'), ['instructor', 'office']).to).toBe('/offerings/$offeringId');
    expect(placeOf(found('offering', 'o'), ['instructor'])).toMatchObject({ search: { run: 'o' } });
    expect(placeOf(found('person', 'amara'), ['office'])).toEqual({ to: '/people', search: { q: 'amara@riverside.example' } });
  });

  it('keeps kinds together in the order that they came in', () => {
    const groups = foundGroups([found('course', 'c'), found('course', 'd'), found('activity', 'a')], ['instructor']);
    expect(groups.map(({ key, choices }) => [key, choices.length])).toEqual([
      ['course', 2],
      ['activity', 1],
    ]);
  });
});

describe('stepping through choices', () => {
  it('goes round, and begins at either end', () => {
    expect([stepFrom(['a', 'b'], 'b', 1), stepFrom(['a', 'b'], 'a', -1)]).toEqual(['a', 'b']);
    expect([stepFrom(['a', 'b'], null, 1), stepFrom(['a', 'b'], 'gone', -1)]).toEqual(['a', 'b']);
    expect(stepFrom([], null, 1)).toBeNull();
  });
});
