import { describe, expect, it } from '@jest/globals';
import { FewAtOnce } from './few-at-once.js';

/** Work that ends when it is told to. */
function piece(log: string[], name: string) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return {
    end: () => end(),
    work: async () => {
      log.push(`${name} begins`);
      await ended;
      return name;
    },
  };
}

async function settle() {
  await new Promise((resolve) => setImmediate(resolve));
}

describe('Few at once', () => {
  it('lets no more run than there are places, and the rest in the order they came', async () => {
    const log: string[] = [];
    const few = new FewAtOnce(2, 10, () => new Error('full'));
    const pieces = ['Amara', 'Jonas', 'Lea', 'Mehmet'].map((name) => piece(log, name));
    const results = pieces.map(({ work }) => few.run(work));
    await settle();
    expect(log).toEqual(['Amara begins', 'Jonas begins']);
    pieces[1]?.end();
    await settle();
    expect(log).toEqual(['Amara begins', 'Jonas begins', 'Lea begins']);
    for (const { end } of pieces) end();
    expect(await Promise.all(results)).toEqual(['Amara', 'Jonas', 'Lea', 'Mehmet']);
  });

  it('refuses who comes when too many wait, and takes the next once there is room', async () => {
    const few = new FewAtOnce(1, 1, () => new Error('full'));
    const [running, waiting] = [piece([], 'running'), piece([], 'waiting')];
    const both = [few.run(running.work), few.run(waiting.work)];
    await expect(few.run(async () => 'late')).rejects.toThrow('full');
    running.end();
    waiting.end();
    await Promise.all(both);
    expect(await few.run(async () => 'later')).toBe('later');
  });

  it('gives the place on when work fails', async () => {
    const few = new FewAtOnce(1, 5, () => new Error('full'));
    const failing = few.run(async () => {
      throw new Error('no');
    });
    const next = few.run(async () => 'next');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('next');
  });
});
