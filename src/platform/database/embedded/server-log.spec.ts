import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { keepServerLog } from './server-log.js';

async function logOf(text: string, secrets: string[] = []): Promise<{ passedOn: string[]; lastLines: string[] }> {
  const stream = new PassThrough();
  const passedOn: string[] = [];
  const log = keepServerLog(stream, secrets, (line) => passedOn.push(line));
  stream.end(text);
  await new Promise((resolve) => stream.once('close', resolve));
  return { passedOn, lastLines: log.lastLines() };
}

describe('The log of the server', () => {
  it('hides secrets and e-mail addresses wherever they stand in a line', async () => {
    const { passedOn, lastLines } = await logOf('FATAL: s3cret "ada@example.org", (s3cret)\n', ['s3cret']);
    expect(passedOn).toEqual(['FATAL: *** "***@***", (***)']);
    expect(lastLines).toEqual(passedOn);
  });

  it('remembers the last thirty lines and passes all of them on', async () => {
    const { passedOn, lastLines } = await logOf(Array.from({ length: 100 }, (_, line) => `line ${line}\n`).join(''));
    expect(passedOn).toHaveLength(100);
    expect(lastLines).toEqual(passedOn.slice(-30));
  });
});
