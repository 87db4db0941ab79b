import { createHmac, createSign, generateKeyPairSync, type KeyObject, sign as signOnce } from 'node:crypto';
import type { Claims } from './words.js';

export interface PlatformKey {
  kid: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

/** Ways to sign a message that a tool has to refuse; `retired-key` is one that left the key set at the last rotation. */
export type SignWith =
  | 'no-kid'
  | 'unknown-kid'
  | 'other-key-same-kid'
  | 'retired-key'
  | 'broken-signature'
  | 'no-signature'
  | 'none'
  | 'hs256-public-key'
  | 'rs384'
  | 'ps256'
  | 'es256'
  | 'key-in-header'
  | 'key-address-in-header';

export interface Rotation {
  keepOld?: boolean;
  /** What the new key is called: as the old one, or as that of another platform. */
  kid?: string;
}

export type Mutate = (claims: Claims, header: Claims) => void;

// Making an RSA key takes longer than a whole launch: those of platforms that were stopped serve the next ones.
const idle: Omit<PlatformKey, 'kid'>[] = [];

let count = 0;
function newKey(kid = `lms-${++count}`): PlatformKey {
  return { ...(idle.pop() ?? generateKeyPairSync('rsa', { modulusLength: 2048 })), kid };
}

export function publicJwk({ kid, publicKey }: PlatformKey): Record<string, unknown> {
  return { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
}

/** The keys of a platform: the one it signs with, and those it still shows. */
export class PlatformKeys {
  current = newKey();
  shown: PlatformKey[] = [this.current];
  retired: PlatformKey | null = null;
  private another: PlatformKey | null = null;
  private readonly owned = [this.current];

  /** Leaves the keys to platforms that come later. */
  release(): void {
    idle.push(...this.owned.splice(0));
  }

  /** Signs with a new key from now on; the old one stays in the key set only where it is told to. */
  rotate({ keepOld = false, kid }: Rotation = {}): void {
    this.retired = this.current;
    this.current = this.own(newKey(kid));
    this.shown = keepOld ? [this.current, this.retired] : [this.current];
  }

  sign(claims: Claims, { mutate, signWith }: { mutate?: Mutate | undefined; signWith?: SignWith | undefined } = {}): string {
    const header: Claims = { typ: 'JWT', alg: 'RS256', kid: this.current.kid };
    const key = this.disguise(header, signWith);
    mutate?.(claims, header);
    const content = `${encode(header)}.${encode(claims)}`;
    return `${content}.${this.signature(content, key, signWith)}`;
  }

  private own(key: PlatformKey): PlatformKey {
    this.owned.push(key);
    return key;
  }

  /** Dresses the header for the forgery, and gives the key that signs. */
  private disguise(header: Claims, signWith: SignWith | undefined): PlatformKey {
    const other = () => (this.another ??= this.own(newKey('of-somebody-else')));
    const algorithms: Partial<Record<SignWith, string>> = {
      none: 'none',
      'hs256-public-key': 'HS256',
      rs384: 'RS384',
      ps256: 'PS256',
      es256: 'ES256',
    };
    header['alg'] = (signWith && algorithms[signWith]) ?? 'RS256';
    if (signWith === 'no-kid') delete header['kid'];
    if (signWith === 'unknown-kid') header['kid'] = other().kid;
    if (signWith === 'key-in-header') Object.assign(header, { kid: other().kid, jwk: publicJwk(other()) });
    if (signWith === 'key-address-in-header') header['jku'] = 'http://127.0.0.1:9/keys';
    if (signWith === 'retired-key') {
      header['kid'] = this.retired?.kid ?? this.current.kid;
      return this.retired ?? this.current;
    }
    const foreign: (SignWith | undefined)[] = ['unknown-kid', 'other-key-same-kid', 'key-in-header', 'key-address-in-header'];
    return foreign.includes(signWith) ? other() : this.current;
  }

  private signature(content: string, key: PlatformKey, signWith: SignWith | undefined): string {
    if (signWith === 'none' || signWith === 'no-signature') return '';
    if (signWith === 'hs256-public-key') {
      const secret = key.publicKey.export({ format: 'pem', type: 'spki' });
      return createHmac('sha256', secret).update(content).digest('base64url');
    }
    if (signWith === 'es256') {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      return signOnce('sha256', Buffer.from(content), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');
    }
    if (signWith === 'ps256') {
      return signOnce('sha256', Buffer.from(content), { key: key.privateKey, padding: 6, saltLength: 32 }).toString('base64url');
    }
    const signature = createSign(signWith === 'rs384' ? 'sha384' : 'sha256')
      .update(content)
      .sign(key.privateKey);
    if (signWith === 'broken-signature') signature[0] = (signature[0] ?? 0) ^ 1;
    return signature.toString('base64url');
  }
}

function encode(part: Claims): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
