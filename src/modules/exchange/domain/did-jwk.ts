import { isJsonObject, type JsonObject } from '../../credentials/domain/json.js';

const PREFIX = 'did:jwk:';

/** The members by which keys of these types are what they are (RFC 7638 §3.2), in the order of the letters. */
const MEMBERS = new Map<unknown, readonly string[]>([
  ['EC', ['crv', 'kty', 'x', 'y']],
  ['OKP', ['crv', 'kty', 'x']],
]);

/** The DID that a public key is: one for each key, whatever else its JWK says. Undefined for keys of other types. */
export function didOfJwk(jwk: JsonObject): string | undefined {
  const members = MEMBERS.get(jwk.kty);
  if (!members?.every((name) => typeof jwk[name] === 'string')) return undefined;
  const key = Object.fromEntries(members.map((name) => [name, jwk[name]]));
  return `${PREFIX}${Buffer.from(JSON.stringify(key)).toString('base64url')}`;
}

/** The key that a did:jwk is. Undefined where it holds none, or anything but the letters of base64url. */
export function jwkOfDid(did: string): JsonObject | undefined {
  const text = did.startsWith(PREFIX) ? did.slice(PREFIX.length) : '';
  if (!/^[\w-]+$/.test(text)) return undefined;
  try {
    const jwk: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return isJsonObject(jwk) ? jwk : undefined;
  } catch {
    return undefined;
  }
}
