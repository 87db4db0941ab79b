import { once } from 'node:events';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateIndependently, issueIndependently, listIndependently } from '../../demo/independent-verifier.mjs';
import { readEnvironment } from '../../src/platform/config/environment.js';
import { OutboundHttp } from '../../src/platform/outbound/outbound-http.js';
import type { JsonObject } from '../../src/modules/credentials/domain/json.js';
import type { Verification } from '../../src/modules/credentials/proof/verifying/verification.js';
import type { IssuerKeyDocuments } from '../../src/modules/credentials/use-cases/keys/issuer-key-documents.js';
import { LookUpDocuments } from '../../src/modules/credentials/use-cases/verifying/look-up-documents.js';
import { TimeLimit } from '../../src/platform/time-limit.js';
import type { Sql } from '../../src/platform/database/sql.js';
import { readCredentialText } from '../../src/modules/credentials/verifying/read-text.js';
import { notVerifiable, verifyMaterial } from '../../src/modules/credentials/verifying/verify-material.js';
import { iTXt, png } from '../support/png.js';
import { rsaKey, tokenOf } from '../support/json-web-keys.js';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const now = new Date();
const rsa = rsaKey();

/** An issuer of another make, on a server of its own; what stands at each path can be changed. */
describe('a credential of an issuer who shares no code with us', () => {
  const pages = new Map<string, RequestListener>();
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    if (page) page(request, response);
    else response.writeHead(404).end();
  });
  let origin: string;
  let outbound: OutboundHttp;
  let key: Awaited<ReturnType<typeof generateIndependently>>;
  let issuer: string;

  const json =
    (body: unknown, type = 'application/json') =>
    (_: unknown, response: ServerResponse) =>
      void response.writeHead(200, { 'content-type': type }).end(typeof body === 'string' ? body : JSON.stringify(body));

  /** As the verify page does it, with as much time as the test gives. */
  async function verify(given: string | JsonObject, milliseconds = 20_000): Promise<Verification> {
    const environment = readEnvironment({ CAIRN_PUBLIC_URL: 'https://cairn.example' });
    // Nothing here is Cairn's own, so nothing of its own is asked for.
    const keys = { findKey: async () => null } as unknown as IssuerKeyDocuments;
    const lookUp = new LookUpDocuments({} as Sql, keys, outbound, environment);
    const limit = new TimeLimit(milliseconds);
    let read = readCredentialText(typeof given === 'string' ? given : JSON.stringify(given));
    if (read.ok && read.material.kind === 'address') read = await lookUp.material(read.material.address, limit);
    if (!read.ok) return notVerifiable(read.reason, read.detail);
    const options = {
      resolve: (id: string) => lookUp.resolve(id, limit),
      fetch: (url: string) => lookUp.fetch(url, limit),
      now,
      limit,
    };
    return verifyMaterial(read.material, options);
  }

  const bad = ({ checks }: Verification) =>
    checks
      .filter(({ outcome, reason }) => outcome !== 'passed' && reason !== 'not-checked')
      .map(({ check, outcome, reason }) => `${check} ${outcome} ${reason}`);

  const details = ({ checks }: Verification) => checks.map(({ detail }) => detail ?? '').join(' ');

  const badge = (change: JsonObject = {}): JsonObject => ({
    '@context': [V2, OB],
    id: 'urn:uuid:2c3c1a3e-3a9a-4a6f-9b4e-0d7f3c1d2b1a',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Welding',
    issuer: { id: issuer, type: ['Profile'], name: 'Example College' },
    validFrom: '2025-06-01T09:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityType: 'emailAddress', identityHash: 'amara@example.org' }],
      achievement: {
        id: `${origin}/welding`,
        type: ['Achievement'],
        name: 'Welding',
        description: 'Can weld',
        criteria: { narrative: 'Weld.' },
      },
    },
    ...change,
  });

  const sign = (document: JsonObject) =>
    issueIndependently(document, key, new Date('2025-06-01T09:00:00Z')) as Promise<JsonObject>;

  const status = (path = '/list'): JsonObject => ({
    credentialStatus: {
      id: `${origin}${path}#7`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '7',
      statusListCredential: `${origin}${path}`,
    },
  });

  async function publishList(revoked: boolean, purpose = 'revocation', change: JsonObject = {}): Promise<void> {
    const unsigned = (await listIndependently({ id: `${origin}/list`, purpose, set: revoked ? [7] : [] })) as JsonObject;
    pages.set('/list', json(await sign({ ...unsigned, issuer, ...change }), 'application/vc+ld+json'));
  }

  beforeAll(async () => {
    // Signing keeps this one process busy for longer than connections are kept otherwise.
    server.keepAliveTimeout = 60_000;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    outbound = new OutboundHttp({ allowedOrigins: [origin] });
    issuer = `${origin}/issuer`;
    key = await generateIndependently(issuer);
    key = { ...key, id: `${issuer}#key-1` };
    const { publicKeyMultibase } = key;
    const method = { id: key.id, type: 'Multikey', controller: issuer, publicKeyMultibase };
    pages.set(
      '/issuer',
      json({ '@context': ['https://www.w3.org/ns/did/v1'], id: issuer, verificationMethod: [method], assertionMethod: [key.id] }),
    );
  });
  afterAll(async () => {
    await outbound.close();
    server.closeAllConnections();
    server.close();
  });

  it('verifies, with the host for which it is proven', async () => {
    await publishList(false);
    const verification = await verify(await sign(badge(status())));
    expect(bad(verification)).toEqual([]);
    expect(verification).toMatchObject({ verified: true, provenFor: new URL(origin).host });
  });

  it('is revoked by the list of that library', async () => {
    await publishList(true);
    expect(bad(await verify(await sign(badge(status()))))).toEqual(['status failed revoked']);
  });

  it('is not judged by a list of another purpose, issuer or length', async () => {
    const signed = await sign(badge(status()));
    await publishList(false, 'suspension');
    expect(bad(await verify(signed))).toEqual(['status unknown status-list-purpose']);
    await publishList(false, 'revocation', { issuer: `${origin}/another` });
    expect(bad(await verify(signed))).toEqual(['status unknown status-list-unverified']);
    const bomb = `u${gzipSync(Buffer.alloc(60_000_000)).toString('base64url')}`;
    await publishList(false, 'revocation', {
      credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: bomb },
    });
    expect(bad(await verify(signed))).toEqual(['status unknown status-list-too-large']);
  });

  it('is judged by the older list of ids as well', async () => {
    const signed = await sign(
      badge({
        '@context': [V2, OB, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
        credentialStatus: { id: `${origin}/ids`, type: '1EdTechRevocationList' },
      }),
    );
    pages.set('/ids', json({ id: `${origin}/ids`, issuer, revokedCredential: [] }));
    expect(await verify(signed)).toMatchObject({ verified: true });
    pages.set(
      '/ids',
      json({ id: `${origin}/ids`, issuer, revokedCredential: [{ id: signed.id, revoked: true, revocationReason: 'Wrong' }] }),
    );
    expect(bad(await verify(signed))).toEqual(['status failed revoked']);
    pages.set('/ids', json({ id: `${origin}/ids`, issuer: 'https://evil.example/', revokedCredential: [] }));
    expect(bad(await verify(signed))).toEqual(['status unknown status-list-of-another']);
  });

  it('of VC data model 1.1 verifies, also as a token of another library', async () => {
    const old: JsonObject = {
      '@context': ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/security/data-integrity/v2'],
      type: ['VerifiableCredential'],
      issuer,
      issuanceDate: '2025-06-01T09:00:00Z',
      credentialSubject: { id: 'urn:uuid:1' },
    };
    pages.set('/issuer/keys/1', json(rsa.jwk));
    const token = tokenOf({ iss: issuer, vc: old }, rsa.privateKey, 'RS256', { kid: `${issuer}/keys/1` });
    expect(bad(await verify(token))).toEqual([]);
    expect(bad(await verify({ ...old, expirationDate: '2025-07-01T00:00:00Z' }))).toContain('validity failed expired');
  });

  describe('brought by its address', () => {
    const listens = (path: string) => `${origin}${path}`;

    it('is read as a document, a token, a picture, and from a page that links to it', async () => {
      const signed = await sign(badge());
      pages.set('/issuer/keys/1', json(rsa.jwk));
      pages.set('/json', json(signed, 'application/vc+ld+json'));
      pages.set('/jwt', json(tokenOf(badge(), rsa.privateKey, 'RS256', { kid: `${issuer}/keys/1` }), 'text/plain'));
      pages.set('/png', (_, response) =>
        response.writeHead(200, { 'content-type': 'image/png' }).end(png(iTXt('openbadgecredential', JSON.stringify(signed)))),
      );
      pages.set(
        '/page',
        json(
          '<!doctype html><head><!-- <link rel=alternate type="application/json" href="/wrong"> --><link rel="alternate" type="application/vc+ld+json" href="json?a=1&amp;b=2"></head>',
          'text/html; charset=utf-8',
        ),
      );
      pages.set('/json?a=1&b=2', json(signed));
      pages.set('/moved', (_, response) => response.writeHead(302, { location: '/json' }).end());
      for (const path of ['/json', '/jwt', '/png', '/page', '/moved']) {
        expect([path, (await verify(listens(path))).verified]).toEqual([path, true]);
      }
    });

    it('is not verified when there is nothing to read', async () => {
      pages.set('/empty', json('<p>Hello</p>', 'text/html'));
      pages.set('/video', json('x', 'video/mp4'));
      pages.set('/elsewhere', (_, response) => response.writeHead(302, { location: 'https://169.254.169.254/latest' }).end());
      pages.set('/sly', json('<link rel="alternate" type="application/json" href="http://[::1]:5432/">', 'text/html'));
      pages.set('/round', (_, response) => response.writeHead(302, { location: '/round' }).end());
      expect(bad(await verify(listens('/empty')))).toEqual(['schema failed nothing-inside']);
      for (const [path, why] of [
        ['/video', 'type_not_allowed'],
        ['/missing', 'status_not_ok'],
        ['/elsewhere', 'address_not_allowed'],
        ['/sly', 'scheme_not_allowed'],
        ['/round', 'redirected'],
      ] as const) {
        const verification = await verify(listens(path));
        expect(bad(verification)).toEqual(['schema unknown address-refused']);
        expect(details(verification)).toContain(why);
      }
    });
  });

  describe('that points into our network', () => {
    const forms = (
      '127.0.0.1 2130706433 0177.0.0.1 0x7f000001 127.1 0.0.0.0 10.1.2.3 172.31.0.1 192.168.1.1 100.64.0.1 169.254.169.254 [::1] [::] ' +
      '[::ffff:127.0.0.1] [64:ff9b::7f00:1] [2002:7f00:1::] [fd00::1] [fe80::1] localhost'
    ).split(' ');
    // An address that is an IPv6 one, or a number, cannot be written as a did:web.
    const places: readonly [string, (host: string) => Promise<string | JsonObject>][] = [
      ['the address that was brought', async (host) => `https://${host}/credential`],
      [
        'an issuer',
        async (host) => ({
          ...signed,
          issuer: `https://${host}/issuer`,
          proof: { ...proofOf(signed), verificationMethod: `https://${host}/issuer#key` },
        }),
      ],
      [
        'a did:web',
        async (host) => ({
          ...signed,
          issuer: `did:web:${host}`,
          proof: { ...proofOf(signed), verificationMethod: `did:web:${host}#key` },
        }),
      ],
      [
        'a status list',
        async (host) =>
          token(
            badge({
              credentialStatus: {
                type: 'BitstringStatusListEntry',
                statusPurpose: 'revocation',
                statusListIndex: '7',
                statusListCredential: `https://${host}/list`,
                id: `https://${host}/list#7`,
              },
            }),
          ),
      ],
      [
        'a list of ids',
        async (host) =>
          token(
            badge({
              '@context': [V2, OB, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
              credentialStatus: { id: `https://${host}/ids`, type: '1EdTechRevocationList' },
            }),
          ),
      ],
      [
        'the key of a token',
        async (host) =>
          tokenOf(badge({ issuer: { id: `https://${host}/i`, type: ['Profile'], name: 'x' } }), rsa.privateKey, 'RS256', {
            kid: `https://${host}/i/key`,
          }),
      ],
      ['an old badge', async (host) => ({ ...assertion, id: `https://${host}/assertions/1` })],
      ['a badge class', async (host) => hosted({ badge: `https://${host}/class` })],
      ['an old issuer', async (host) => hosted({ badge: { ...badgeClass, issuer: `https://${host}/issuer` } })],
      ['a key of an old issuer', async (host) => signedOld({ publicKey: `https://${host}/key` }, host)],
    ];
    /** A token costs less to sign and to check than a graph. */
    const token = (document: JsonObject) => tokenOf(document, rsa.privateKey, 'RS256', { kid: `${issuer}/keys/1` });
    let signed: JsonObject;
    beforeAll(async () => {
      pages.set('/issuer/keys/1', json(rsa.jwk));
      signed = await sign(badge());
    });
    const proofOf = (signed: JsonObject) => ([signed.proof].flat()[0] ?? {}) as JsonObject;
    const old = 'https://w3id.org/openbadges/v2';
    const assertion: JsonObject = {
      '@context': old,
      type: 'Assertion',
      recipient: { type: 'email', identity: 'a@example.org', hashed: false },
      verification: { type: 'hosted' },
      issuedOn: '2025-06-01',
    };
    const badgeClass: JsonObject = {
      '@context': old,
      id: 'urn:uuid:1',
      type: 'BadgeClass',
      name: 'x',
      description: 'x',
      criteria: 'https://a.example/',
    };
    const hosted = (change: JsonObject): string => {
      const whole = { ...assertion, id: `${origin}/old`, ...change };
      pages.set('/old', json(whole));
      return JSON.stringify(whole);
    };
    const signedOld = (profile: JsonObject, host: string): string => {
      pages.set('/old-issuer', json({ '@context': old, id: `${origin}/old-issuer`, type: 'Profile', name: 'x', ...profile }));
      const badge = { ...badgeClass, issuer: `${origin}/old-issuer` };
      return tokenOf(
        { ...assertion, id: 'urn:uuid:2', badge, verification: { type: 'signed', creator: `https://${host}/key` } },
        rsa.privateKey,
        'RS256',
      );
    };

    it.each(places)('by %s is not verified, in any form of the address', async (_, make) => {
      for (const host of forms) {
        const verification = await verify(await make(host));
        expect([host, verification.verified]).toEqual([host, false]);
        const why = details(verification);
        expect([host, why]).toEqual([
          host,
          expect.stringMatching(/address_not_allowed|address_invalid|did-method-unsupported|does not name its key/),
        ]);
      }
    });
  });

  describe('whose server means harm', () => {
    const endless: RequestListener = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const pour = () => {
        while (!response.destroyed && response.write(' '.repeat(65_536)));
      };
      response.on('drain', pour);
      pour();
    };
    const trickling: RequestListener = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    };

    const bomb = gzipSync(' '.repeat(50_000_000));

    it.each<[string, RequestListener, string]>([
      ['never stops', endless, 'too_large'],
      [
        'unpacks without end',
        (_, response) => response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(bomb),
        'too_large',
      ],
      ['trickles', trickling, 'timed_out'],
      ['is silent', () => undefined, 'timed_out'],
      ['sends us on', (_, response) => response.writeHead(307, { location: '/list' }).end(), 'redirected'],
      ['says things twice', json('{"id":"a","id":"b"}'), 'stands twice'],
      ['nests without end', json('['.repeat(100_000)), 'nested'],
    ])('and %s: its status is unknown, in the time that there is', async (_, listener, why) => {
      pages.set('/hostile', listener);
      const verification = await verify(await sign(badge(status('/hostile'))), 700);
      expect(bad(verification)).toEqual(['status unknown status-list-unreachable']);
      expect(details(verification)).toContain(why);
    });

    it('has one time for everything: what comes after it is over is not even computed', async () => {
      pages.set('/slow-issuer', trickling);
      const slow = `${origin}/slow-issuer`;
      const document = {
        ...(await sign(badge())),
        issuer: slow,
        proof: { ...(([(await sign(badge())).proof].flat()[0] ?? {}) as JsonObject), verificationMethod: `${slow}#k` },
      };
      expect(bad(await verify(document, 100))).toEqual(['issuer unknown issuer-unreachable']);
      expect(bad(await verify(await sign(badge()), 0))).toEqual(['issuer unknown issuer-unreachable']);
    });
  });
});
