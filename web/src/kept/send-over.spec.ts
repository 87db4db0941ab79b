import { ApiProblem } from '../api/problem';
import { sendOver, type Version } from './send-over';

const stale = () => ApiProblem.of(new Response(null, { status: 412 }), null);

/** A server on which others have made of a thing what `versions` says, the newest last. */
function server(...versions: Version<string>[]) {
  const sent: string[] = [];
  const newest = versions.at(-1);
  return {
    sent,
    send: ({ 'If-Match': etag }: { 'If-Match': string }) => {
      sent.push(etag);
      return etag === newest?.etag ? Promise.resolve('saved') : Promise.reject(stale());
    },
    load: () => Promise.resolve(newest ?? { etag: null, value: '' }),
  };
}

describe('a change that is sent', () => {
  it('is saved over the version that it was typed over', async () => {
    const over = { etag: '"v1"', value: 'before' };
    expect(await sendOver(over, server(over))).toEqual({ saved: 'saved' });
  });

  it('shows theirs where somebody else was faster, and overwrites nothing', async () => {
    const theirs = { etag: '"v2"', value: 'theirs' };
    const { sent, ...ways } = server(theirs);
    expect(await sendOver({ etag: '"v1"', value: 'before' }, ways)).toEqual({ theirs });
    expect(sent).toEqual(['"v1"']);
  });

  it('asks nobody where what changed is nothing of this form', async () => {
    const { sent, ...ways } = server({ etag: '"v2"', value: 'before' });
    expect(await sendOver({ etag: '"v1"', value: 'before' }, ways)).toEqual({ saved: 'saved' });
    expect(sent).toEqual(['"v1"', '"v2"']);
  });

  it('says what else went wrong', async () => {
    const send = () => Promise.reject(ApiProblem.offline());
    await expect(sendOver({ etag: '"v1"', value: '' }, { ...server(), send })).rejects.toMatchObject({ code: 'offline' });
  });
});
