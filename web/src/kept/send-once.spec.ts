import { ApiProblem } from '../api/problem';
import { sendOnce } from './send-once';

const answer = (status: number) => ApiProblem.of(new Response(null, { status }), null);

/** The keys under which a form is sent when the tries end as told; the last one gets an answer. */
async function keysOf(form: string, ...ends: (Error | null)[]): Promise<string[]> {
  const keys: string[] = [];
  for (const end of ends) {
    await sendOnce(form, ({ 'Idempotency-Key': key }) => {
      keys.push(key);
      return end ? Promise.reject(end) : Promise.resolve();
    }).catch(() => undefined);
  }
  return keys;
}

describe('what creates something', () => {
  it('is the same request until there is an answer', async () => {
    const [first, second, third, next] = await keysOf('a', ApiProblem.offline(), answer(502), null, null);
    expect([second, third]).toEqual([first, first]);
    expect(next).not.toBe(first);
  });

  it('is another one after a refusal', async () => {
    const [first, second] = await keysOf('b', answer(422), null);
    expect(second).not.toBe(first);
  });

  it('is named for each form by itself', async () => {
    const [one] = await keysOf('c', ApiProblem.offline());
    const [other] = await keysOf('d', ApiProblem.offline());
    expect(other).not.toBe(one);
  });
});
