import { describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { newSecret, signedHeaders, writtenSecret } from './signature.js';

const message = () => ({ webhookId: 'msg_1', at: new Date(), body: '{"type":"course.completed","who":"Žofie"}' });

describe('The signature of a message', () => {
  it('is accepted by the library of the standard', () => {
    const secret = newSecret();
    const sent = message();
    expect(new Webhook(writtenSecret(secret)).verify(sent.body, signedHeaders(sent, [secret]))).toEqual(JSON.parse(sent.body));
  });

  it('is accepted by who holds the old secret and by who holds the new one, while one replaces the other', () => {
    const [old, next] = [newSecret(), newSecret()];
    const sent = message();
    const headers = signedHeaders(sent, [next, old]);
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(2);
    for (const secret of [old, next]) expect(() => new Webhook(writtenSecret(secret)).verify(sent.body, headers)).not.toThrow();
  });

  it('is refused for another text, another id, another time and another secret', () => {
    const secret = newSecret();
    const sent = message();
    const headers = signedHeaders(sent, [secret]);
    const verify = (body: string, changes: object, by = secret) =>
      new Webhook(writtenSecret(by)).verify(body, { ...headers, ...changes });
    expect(() => verify(`${sent.body} `, {})).toThrow('No matching signature');
    expect(() => verify(sent.body, { 'webhook-id': 'msg_2' })).toThrow('No matching signature');
    expect(() => verify(sent.body, { 'webhook-timestamp': String(Number(headers['webhook-timestamp']) + 1) })).toThrow(
      'No matching signature',
    );
    expect(() => verify(sent.body, {}, newSecret())).toThrow('No matching signature');
  });

  it('is made with a secret of 24 to 64 bytes', () => {
    const bytes = Buffer.from(writtenSecret(newSecret()).replace('whsec_', ''), 'base64').length;
    expect(bytes).toBeGreaterThanOrEqual(24);
    expect(bytes).toBeLessThanOrEqual(64);
  });
});
