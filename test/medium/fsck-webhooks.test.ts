import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type BrokenWorld, type FsckWorld, startFsckWorld } from '../support/fsck-world.js';
import { type Receiver, startReceiver } from '../support/receiver.js';
import { administrator, webhooksOf } from '../support/webhooks.js';

describe('fsck of webhooks', () => {
  let world: FsckWorld;
  let copy: BrokenWorld;
  let receiver: Receiver;
  let message: string;

  beforeAll(async () => {
    let answered = 0;
    receiver = await startReceiver((response) => void response.writeHead((answered += 1) === 1 ? 500 : 200).end());
    world = await startFsckWorld(async (riverside) => {
      const hooks = webhooksOf(riverside, await administrator(riverside));
      const { id } = await hooks.register(receiver.url, ['enrollment.activated']);
      await riverside.enroll(await riverside.member('Pia', ['learner']));
      // Five seconds pass between the first attempt and the second.
      await hooks.until(async () => (await hooks.messages(id, '?state=delivered')).length === 1);
      message = (await hooks.messages(id))[0]?.id ?? '';
    });
  });
  afterAll(async () => {
    await receiver?.close();
    await world?.close();
  });
  beforeEach(async () => {
    copy = await world.copy();
  });
  afterEach(() => copy.close());

  it('finds nothing wrong with one that failed and then arrived', async () => {
    const { checked } = await copy.fsck();
    expect(await copy.breaches('I10')).toEqual([]);
    expect(checked.I10).toEqual({ messages: 1, attempts: 2 });
  });

  it('finds a message that was lost', async () => {
    await copy.tamper('delete from webhook_delivery');
    await copy.tamper('delete from webhook_attempt');
    expect(await copy.breaches('I10')).toEqual([expect.stringMatching(/^event .*: endpoint .* was never told of it$/)]);
  });

  it('finds a body that was not the same in every attempt', async () => {
    await copy.tamper(`update webhook_attempt set body_sha256 = repeat('0', 64) where number = 2`);
    expect(await copy.breaches('I10')).toEqual([`webhook ${message}: attempt 2 had another body`]);
  });

  it('finds an id that was not the same in every attempt', async () => {
    await copy.tamper(`update webhook_attempt set webhook_id = 'msg_other' where number = 1`);
    expect(await copy.breaches('I10')).toEqual([`webhook ${message}: attempt 1 had another id`]);
  });

  it('finds one that counts as delivered and never arrived', async () => {
    await copy.tamper('update webhook_attempt set status = 500 where number = 2');
    expect(await copy.breaches('I10')).toEqual([`webhook ${message}: counts as delivered, and no attempt was answered with 2xx`]);
  });

  it('finds an attempt that was not written down', async () => {
    await copy.tamper('delete from webhook_attempt where number = 1');
    expect(await copy.breaches('I10')).toEqual([`webhook ${message}: counts 2 attempts, and 1 were made`]);
  });

  it('finds one that waits for an attempt that nobody will make', async () => {
    await copy.tamper('update webhook_delivery set delivered_at = null, next_attempt_at = now()');
    expect(await copy.breaches('I10')).toEqual([`webhook ${message}: is still to arrive, and no attempt is planned`]);
  });
});
