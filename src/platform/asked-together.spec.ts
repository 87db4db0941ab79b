import { describe, expect, it } from '@jest/globals';
import { AskedTogether } from './asked-together.js';

const turn = () => new Promise(setImmediate);

describe('What several ask together', () => {
  it('is looked up once for all who ask in one turn, and apart for another question', async () => {
    const looked: string[] = [];
    const asked = new AskedTogether(async (question) => looked.push(question));
    const answers = await Promise.all(['keys', 'list', 'keys', 'keys'].map((question) => asked.ask(question)));
    expect(answers).toEqual([1, 2, 1, 1]);
    expect(looked).toEqual(['keys', 'list']);
  });

  it('is never answered with what was looked up before the question', async () => {
    let state = 'active';
    let found: () => void = () => undefined;
    const asked = new AskedTogether(async () => {
      const seen = state;
      await new Promise<void>((resolve) => (found = resolve));
      return seen;
    });
    const before = asked.ask('key');
    await turn();
    const foundBefore = found;
    state = 'compromised';
    const after = asked.ask('key');
    await turn();
    foundBefore();
    found();
    expect(await Promise.all([before, after])).toEqual(['active', 'compromised']);
  });

  it('does not wait for a look-up that hangs', async () => {
    let looks = 0;
    const asked = new AskedTogether(() => (++looks === 1 ? new Promise<number>(() => undefined) : Promise.resolve(looks)));
    void asked.ask('keys');
    await turn();
    expect(await asked.ask('keys')).toBe(2);
  });

  it('fails for all who asked, and is looked up anew for who asks next', async () => {
    let isAway = true;
    const asked = new AskedTogether(async () => {
      if (isAway) throw new Error('The database is away.');
      return 'keys';
    });
    const both = await Promise.allSettled([asked.ask('a'), asked.ask('a')]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isAway = false;
    expect(await asked.ask('a')).toBe('keys');
  });
});
