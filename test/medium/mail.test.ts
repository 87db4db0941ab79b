import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { DiscoveryService } from '@nestjs/core';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { DataSource, In } from 'typeorm';
import { readEnvironment } from '../../src/platform/config/environment.js';
import { databaseOptions } from '../../src/platform/database/database-options.js';
import { system } from '../../src/platform/database/scope.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { newId } from '../../src/platform/ids.js';
import { SendMailHandler } from '../../src/platform/mail/jobs/send-mail.handler.js';
import { MailMessage } from '../../src/platform/mail/mail-message.entity.js';
import { EncloseFiles } from '../../src/platform/mail/enclose-files.js';
import { type Encloser, Encloses, type FileLabel } from '../../src/platform/mail/enclosure.js';
import { type Mail, queueMail, queueMails } from '../../src/platform/mail/queue-mail.js';
import { SmtpSender } from '../../src/platform/mail/smtp-sender.js';
import { sendMail } from '../../src/platform/mail/jobs/send-mail.js';
import { HopelessJob } from '../../src/platform/queue/deliver-outbox-row.js';
import { enqueueAll } from '../../src/platform/queue/enqueue.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const RIVERSIDE = newId();
const LAKESIDE = newId();
const NOW = new Date('2026-03-02T09:00:00Z');
const SENT = new Date('2026-03-02T09:00:07Z');

interface OutboxRow {
  id: string;
  /** All else. */
  row: { payload: { mailId: string } };
}

let database: TestDatabase;
let dataSource: DataSource;
let work: UnitOfWork;
const running: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  // Letters without their files are told of, and some here go without on purpose.
  Logger.overrideLogger(false);
  database = await createTestDatabase();
  const options = databaseOptions({
    url: database.applicationUrl,
    entities: [MailMessage],
    poolSize: 4,
    applicationName: 'cairn-test',
  });
  dataSource = await new DataSource(options).initialize();
  work = new UnitOfWork(dataSource);
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
});

/** A mail server that keeps what it takes. */
async function mailbox(options: SMTPServerOptions = {}) {
  const mails: { to: string[]; message: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), message: Buffer.concat(chunks).toString() });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  running.push({ close: () => new Promise((resolve) => server.close(() => resolve())) });
  return { mails, url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` };
}

/** As the container would find it. */
const found = (encloser: Encloser) => ({ getProviders: () => [{ metatype: encloser.constructor, instance: encloser }] });

function handlerFor(smtpUrl?: string, { encloser = new Leaflets(), largest = 10_000_000 } = {}) {
  const environment = readEnvironment({
    CAIRN_PUBLIC_URL: 'https://cairn.riverside.example',
    MAIL_LARGEST_BYTES: String(largest),
    MAIL_FROM: 'Riverside University <cairn@riverside.example>',
    ...(smtpUrl ? { SMTP_URL: smtpUrl } : {}),
  });
  const sender = new SmtpSender(environment);
  running.unshift({ close: async () => sender.onApplicationShutdown() });
  const enclose = new EncloseFiles(found(encloser) as unknown as DiscoveryService, environment);
  return { sender, handler: new SendMailHandler(work, sender, enclose, { now: () => SENT }) };
}

const context = { institutionId: RIVERSIDE, signal: new AbortController().signal };
const invitation = {
  institutionId: RIVERSIDE,
  recipient: 'amira@learner.example',
  subject: 'You are invited: Wasserdaten — Mühle',
  body: 'Dear Amira,\n\nopen https://cairn.riverside.example/i/1\n.\n',
  now: NOW,
};

/** Files as a module would make them; a small one and a large one. */
@Encloses('leaflets')
class Leaflets implements Encloser {
  made = 0;

  async offered(): Promise<FileLabel[]> {
    return [
      { name: 'small.txt', contentType: 'text/plain', words: 'a small one.' },
      { name: 'large.pdf', contentType: 'application/pdf', words: 'a large one.' },
    ];
  }

  async make(_institutionId: string, of: string, name: string): Promise<Buffer> {
    this.made++;
    return name === 'small.txt' ? Buffer.from(`Leaflet of ${of}`) : Buffer.alloc(300_000, 'x');
  }
}

@Encloses('leaflets')
class BrokenPress extends Leaflets {
  override async make(institutionId: string, of: string, name: string): Promise<Buffer> {
    if (name === 'large.pdf') throw new Error('the press is broken');
    return super.make(institutionId, of, name);
  }
}

@Encloses('leaflets')
class ClosedOffice extends Leaflets {
  override offered(): Promise<FileLabel[]> {
    throw new Error('nobody is there');
  }
}

async function queued(change: Partial<typeof invitation & Pick<Mail, 'enclosure' | 'html' | 'language'>> = {}): Promise<string> {
  const dedupeKey = newId();
  await work.run({ institutionId: RIVERSIDE }, (tx) => queueMail(tx, { ...invitation, dedupeKey, ...change }));
  const { id } = await work.run({ institutionId: RIVERSIDE }, (tx) => tx.manager.findOneByOrFail(MailMessage, { dedupeKey }));
  return id;
}

const load = (id: string, institutionId = RIVERSIDE) =>
  work.run({ institutionId }, (tx) => tx.manager.findOneBy(MailMessage, { id }));

describe('queueMail', () => {
  it('keeps the mail and puts its sending into the outbox, in one transaction', async () => {
    const id = await queued();
    expect(await load(id)).toMatchObject({
      recipient: 'amira@learner.example',
      subject: invitation.subject,
      sentAt: null,
      createdAt: NOW,
    });
    expect(await load(id, LAKESIDE)).toBeNull();
    const jobs = await work.run({ institutionId: RIVERSIDE }, (tx) =>
      tx.query<{ job: string }>(`select job from outbox where payload = $1`, [JSON.stringify({ mailId: id })]),
    );
    expect(jobs).toEqual([{ job: 'send-mail' }]);
  });

  it('keeps nothing of a transaction that fails', async () => {
    const failing = work.run({ institutionId: RIVERSIDE }, async (tx) => {
      await queueMail(tx, { ...invitation, dedupeKey: 'of a failed change' });
      throw new Error('the rule refuses');
    });
    await expect(failing).rejects.toThrow('the rule refuses');
    const kept = await work.run({ institutionId: RIVERSIDE }, (tx) =>
      tx.manager.countBy(MailMessage, { dedupeKey: 'of a failed change' }),
    );
    expect(kept).toBe(0);
  });

  it('queues a mail once, however often it is asked to', async () => {
    const queue = (body: string) =>
      work.run({ institutionId: RIVERSIDE }, (tx) => queueMail(tx, { ...invitation, dedupeKey: 'invitation of Amira', body }));
    const jobs = () => work.run({ institutionId: RIVERSIDE }, (tx) => tx.query(`select id from outbox`));
    const before = (await jobs()).length;
    for (const body of ['first', 'second', 'third']) await queue(body);
    const kept = await work.run({ institutionId: RIVERSIDE }, (tx) =>
      tx.manager.findBy(MailMessage, { dedupeKey: 'invitation of Amira' }),
    );
    expect(kept.map(({ body }) => body)).toEqual(['first']);
    expect(await jobs()).toHaveLength(before + 1);
  });

  it('puts into the outbox, of many at once, those that were not told before, as it is done one by one', async () => {
    const first = newId();
    const keys = [newId(), first, newId()];
    await work.run({ institutionId: RIVERSIDE }, (tx) => queueMail(tx, { ...invitation, dedupeKey: first }));
    const scope = system('a test reads the outbox');
    const outbox = () =>
      work.run(scope, (tx) =>
        tx.query<OutboxRow>(`select id, to_jsonb(outbox) - 'id' as row from outbox order by created_at, id`),
      );
    const before = await outbox();
    await work.run({ institutionId: RIVERSIDE }, (tx) =>
      queueMails(
        tx,
        [...keys, ...keys].map((dedupeKey) => ({ ...invitation, dedupeKey, now: SENT })),
      ),
    );
    const added = (await outbox()).slice(before.length);
    const mails = await work.run({ institutionId: RIVERSIDE }, (tx) =>
      tx.manager.findBy(MailMessage, { dedupeKey: In(keys), createdAt: SENT }),
    );
    expect(mails.map(({ dedupeKey }) => dedupeKey).toSorted()).toEqual(keys.filter((key) => key !== first).toSorted());
    expect(added.map(({ row }) => row.payload.mailId).toSorted()).toEqual(mails.map(({ id }) => id).toSorted());
    await work.run({ institutionId: RIVERSIDE }, async (tx) => {
      await tx.query('delete from outbox where id = any($1)', [added.map(({ id }) => id)]);
      await enqueueAll(
        tx,
        sendMail,
        mails.map(({ id }) => ({ payload: { mailId: id }, institutionId: RIVERSIDE, dedupeKey: id, now: SENT })),
      );
    });
    const oneByOne = (await outbox()).slice(before.length);
    const ofMail = (rows: OutboxRow[]) => new Map(rows.map(({ row }) => [row.payload.mailId, row]));
    expect(ofMail(added)).toEqual(ofMail(oneByOne));
  });

  it('makes one line of a subject, so that a title cannot add headers', async () => {
    const id = await queued({ subject: 'Passed:\r\nBcc: everybody@evil.example\u0000  Water' });
    expect((await load(id))?.subject).toBe('Passed: Bcc: everybody@evil.example Water');
  });
});

describe('sending mail', () => {
  it('is sent as plain text and as HTML, in its language, where it has both forms', async () => {
    const { mails, url } = await mailbox();
    const id = await queued({ html: '<p>Guten Tag</p>', language: 'de', enclosure: { kind: 'leaflets', of: 'a' } });
    await handlerFor(url).handler.handle({ mailId: id }, context);
    const message = mails[0]?.message ?? '';
    expect(message).toContain('Content-Type: multipart/alternative');
    expect(message).toContain('Content-Type: text/html; charset=utf-8');
    expect(message.replaceAll('=\r\n', '')).toContain('<html lang=3D"de">');
    expect(message).toContain('Beigelegt:');
  });

  it('leaves the mail unsent in the mailbox when there is no mail server', async () => {
    const id = await queued();
    const { handler, sender } = handlerFor();
    await handler.handle({ mailId: id }, context);
    await sender.check();
    expect((await load(id))?.sentAt).toBeNull();
  });

  it('sends the mail and notes when', async () => {
    const { mails, url } = await mailbox();
    const id = await queued();
    await handlerFor(url).handler.handle({ mailId: id }, context);
    expect(mails.map(({ to }) => to)).toEqual([['amira@learner.example']]);
    expect(mails[0]?.message).toContain(`Message-ID: <${id}@cairn.riverside.example>`);
    expect(mails[0]?.message).toContain('From: Riverside University <cairn@riverside.example>');
    expect(mails[0]?.message).toContain('Auto-Submitted: auto-generated');
    expect(mails[0]?.message).toContain('open https://cairn.riverside.example/i/1');
    expect((await load(id))?.sentAt).toEqual(SENT);
  });

  it('sends it once more, as the same message, when the first time was not noted', async () => {
    const { mails, url } = await mailbox();
    const id = await queued();
    const { handler } = handlerFor(url);
    await handler.handle({ mailId: id }, context);
    await work.run({ institutionId: RIVERSIDE }, (tx) => tx.manager.update(MailMessage, { id }, { sentAt: null }));
    await handler.handle({ mailId: id }, context);
    await handler.handle({ mailId: id }, context);
    const ids = mails.map(({ message }) => /^Message-ID: (.*)$/im.exec(message)?.[1]?.trim());
    expect(ids).toEqual([`<${id}@cairn.riverside.example>`, `<${id}@cairn.riverside.example>`]);
  });

  it('does nothing for a mail that was erased, or that another institution owns', async () => {
    const { mails, url } = await mailbox();
    const { handler } = handlerFor(url);
    await handler.handle({ mailId: newId() }, context);
    await handler.handle({ mailId: await queued() }, { ...context, institutionId: LAKESIDE });
    expect(mails).toEqual([]);
  });

  it('takes a recipient for one address, whatever it holds', async () => {
    const { mails, url } = await mailbox();
    const id = await queued({ recipient: 'amira@learner.example, everybody@evil.example' });
    await handlerFor(url)
      .handler.handle({ mailId: id }, context)
      .catch(() => undefined);
    expect(mails.flatMap(({ to }) => to)).not.toContain('everybody@evil.example');
  });

  it('gives up at once when the server refuses the mail for good', async () => {
    const refusal = Object.assign(new Error('no such mailbox'), { responseCode: 550 });
    const { url } = await mailbox({ onRcptTo: (_address, _session, done) => done(refusal) });
    const id = await queued();
    const sending = handlerFor(url).handler.handle({ mailId: id }, context);
    await expect(sending).rejects.toBeInstanceOf(HopelessJob);
    await expect(sending).rejects.toThrow('no such mailbox');
    expect((await load(id))?.sentAt).toBeNull();
  });

  it.each([
    ['asks to wait', { onRcptTo: refusing(451) }],
    ['refuses our password', { authOptional: false, onAuth: (_auth, _session, done) => done(new Error('wrong password')) }],
  ] satisfies [string, SMTPServerOptions][])('tries again later when the server %s', async (_, options) => {
    const { url } = await mailbox(options);
    const { handler } = handlerFor(url.replace('smtp://', 'smtp://cairn:secret@'));
    const sending = handler.handle({ mailId: await queued() }, context);
    await expect(sending).rejects.toHaveProperty('message');
    await expect(sending).rejects.not.toBeInstanceOf(HopelessJob);
  });

  it('says so when the mail server does not answer', async () => {
    const { url } = await mailbox();
    const { sender } = handlerFor(url);
    await sender.check();
    await expect(handlerFor('smtp://127.0.0.1:1').sender.check()).rejects.toMatchObject({ code: 'ESOCKET' });
  });
});

describe('files that go with a mail', () => {
  const enclosure = { kind: 'leaflets', of: 'the river' };

  async function sent(options?: Parameters<typeof handlerFor>[1], change: Parameters<typeof queued>[0] = { enclosure }) {
    const { mails, url } = await mailbox();
    const id = await queued(change);
    await handlerFor(url, options).handler.handle({ mailId: id }, context);
    expect((await load(id))?.sentAt).toEqual(SENT);
    const message = mails[0]?.message ?? '';
    return { message, names: [...message.matchAll(/filename=([\w.]+)/g)].map(([, name]) => name) };
  }

  it('are made when it is sent, and named in the letter', async () => {
    const { message, names } = await sent();
    expect(names).toEqual(['small.txt', 'large.pdf']);
    expect(message).toContain(Buffer.from('Leaflet of the river').toString('base64'));
    expect(message).toContain('- small.txt: a small one.');
  });

  it('are no part of a mail that is not marked, and are not made without a mail server', async () => {
    expect(await sent(undefined, {})).toMatchObject({ names: [], message: expect.not.stringContaining('Enclosed') as unknown });
    const encloser = new Leaflets();
    await handlerFor(undefined, { encloser }).handler.handle({ mailId: await queued({ enclosure }) }, context);
    expect(encloser.made).toBe(0);
  });

  it.each([
    ['cannot be made', { encloser: new BrokenPress() }, ['small.txt']],
    ['are too much for the mail server', { largest: 100_000 }, ['small.txt']],
    ['nobody can tell of', { encloser: new ClosedOffice() }, []],
  ])('stay behind where they %s, and the letter goes', async (_, options, left) => {
    const { message, names } = await sent(options);
    expect(names).toEqual(left);
    expect(message).not.toContain('large.pdf');
    expect(message).toContain('open https://cairn.riverside.example/i/1');
  });

  it('stay behind where nobody makes files of that kind', async () => {
    expect(await sent({}, { enclosure: { kind: 'posters', of: 'x' } })).toMatchObject({ names: [] });
  });

  it('are the same mail when it is sent once more', async () => {
    const { mails, url } = await mailbox();
    const id = await queued({ enclosure });
    const { handler } = handlerFor(url);
    for (const _ of [1, 2]) {
      await handler.handle({ mailId: id }, context);
      await work.run({ institutionId: RIVERSIDE }, (tx) => tx.manager.update(MailMessage, { id }, { sentAt: null }));
    }
    const ids = mails.map(({ message }) => /^Message-ID: (.*)$/im.exec(message)?.[1]?.trim());
    expect(new Set(ids)).toEqual(new Set([`<${id}@cairn.riverside.example>`]));
    expect(mails.every(({ message }) => message.includes('large.pdf'))).toBe(true);
  });
});

function refusing(responseCode: number): SMTPServerOptions['onRcptTo'] {
  return (_address, _session, done) => done(Object.assign(new Error('come back later'), { responseCode }));
}
