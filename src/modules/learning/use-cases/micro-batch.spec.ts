import { describe, expect, it } from '@jest/globals';
import { Problem } from '../../../platform/http/problem.js';
import { MicroBatch, type MicroBatchOptions } from './micro-batch.js';

interface Letter {
  to: string;
  text: string;
}

/** A post office whose flushes finish when the test says so. */
function postOffice(options: Partial<MicroBatchOptions<Letter, string>> = {}) {
  const flushes: { items: readonly Letter[]; finish(): void; fail(error: Error): void }[] = [];
  const post = new MicroBatch<Letter, string>({
    lane: ({ to }) => to,
    weight: () => 1,
    mostAtOnce: 3,
    mostWaiting: 100,
    flush: (items) =>
      new Promise((resolve, reject) => {
        flushes.push({ items, finish: () => resolve(items.map(({ text }) => `sent ${text}`)), fail: reject });
      }),
    blamesItem: () => true,
    ...options,
  });
  /** Lets everything that can happen without another flush happen. */
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const texts = () => flushes.map(({ items }) => items.map(({ text }) => text));
  const finishNext = async () => {
    flushes[flushes.length - 1]?.finish();
    await settle();
  };
  return { post, flushes, settle, texts, finishNext };
}

const letter = (text: string, to = 'Riverside'): Letter => ({ to, text });

describe('a micro-batch', () => {
  it('writes a lone item at once and answers when it is written', async () => {
    const { post, texts, finishNext } = postOffice();
    const answer = post.add(letter('a'));
    expect(texts()).toEqual([['a']]);
    await finishNext();
    expect(await answer).toBe('sent a');
  });

  it('gathers what arrives while a flush runs, one flush at a time', async () => {
    const { post, texts, finishNext, settle } = postOffice();
    const answers = ['a', 'b', 'c', 'd', 'e'].map((text) => post.add(letter(text)));
    await settle();
    expect(texts()).toEqual([['a']]);
    await finishNext();
    expect(texts()).toEqual([['a'], ['b', 'c', 'd']]);
    await finishNext();
    await finishNext();
    expect(texts()).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
    expect(await Promise.all(answers)).toEqual(['sent a', 'sent b', 'sent c', 'sent d', 'sent e']);
  });

  it('starts again after it ran dry', async () => {
    const { post, texts, finishNext } = postOffice();
    const first = post.add(letter('a'));
    await finishNext();
    await first;
    const second = post.add(letter('b'));
    await finishNext();
    expect(await second).toBe('sent b');
    expect(texts()).toEqual([['a'], ['b']]);
  });

  it('never mixes lanes, and lets a busy one wait for the others', async () => {
    const { post, texts, finishNext } = postOffice();
    const all = [
      post.add(letter('first')),
      ...['r1', 'r2', 'r3', 'r4'].map((text) => post.add(letter(text))),
      post.add(letter('l1', 'Lakeside')),
    ];
    for (let flush = 0; flush < 4; flush++) await finishNext();
    await Promise.all(all);
    expect(texts()).toEqual([['first'], ['r1', 'r2', 'r3'], ['l1'], ['r4']]);
  });

  it('lets an item fail alone that cannot be written', async () => {
    const sent: string[][] = [];
    const { post } = postOffice({
      mostAtOnce: 10,
      flush: async (items) => {
        if (items.some(({ text }) => text === 'bomb')) throw new Error('refused');
        sent.push(items.map(({ text }) => text));
        return items.map(({ text }) => `sent ${text}`);
      },
    });
    const results = await Promise.allSettled(['x', 'a', 'b', 'bomb', 'c'].map((text) => post.add(letter(text))));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(sent.flat().sort()).toEqual(['a', 'b', 'c', 'x']);
  });

  it('does not knock again and again at a database that is away', async () => {
    const { post, flushes, finishNext, settle } = postOffice({ blamesItem: () => false });
    const first = post.add(letter('a'));
    const others = ['b', 'c', 'd'].map((text) => post.add(letter(text)));
    await finishNext();
    await first;
    const outcome = Promise.allSettled(others);
    flushes[1]?.fail(new Error('connection refused'));
    await settle();
    expect((await outcome).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(flushes).toHaveLength(2);
  });

  it('refuses what it cannot hold, and says when to come back', async () => {
    const { post } = postOffice({ mostWaiting: 2 });
    void post.add(letter('a'));
    void post.add(letter('b'));
    void post.add(letter('c'));
    const refusal = post.add(letter('d'));
    await expect(refusal).rejects.toBeInstanceOf(Problem);
    await expect(refusal).rejects.toMatchObject({ type: { status: 503 }, particulars: { retryAfter: 1 } });
  });

  it('answers all that waits before it closes, and takes nothing more', async () => {
    const { post, finishNext } = postOffice();
    const answers = [post.add(letter('a')), post.add(letter('b'))];
    let closed = false;
    const closing = post.close().then(() => (closed = true));
    await expect(post.add(letter('late'))).rejects.toBeInstanceOf(Problem);
    await finishNext();
    expect(closed).toBe(false);
    await finishNext();
    await closing;
    expect(await Promise.all(answers)).toEqual(['sent a', 'sent b']);
  });

  it('sends an item alone that is heavier than a flush', async () => {
    const { post, texts, finishNext } = postOffice({ weight: ({ text }) => text.length });
    const all = ['x', 'heavy', 'ab', 'c'].map((text) => post.add(letter(text)));
    for (let flush = 0; flush < 3; flush++) await finishNext();
    await Promise.all(all);
    expect(texts()).toEqual([['x'], ['heavy'], ['ab', 'c']]);
  });
});
