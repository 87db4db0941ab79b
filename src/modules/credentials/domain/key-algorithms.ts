/** What a key signs with, by its fully specified JOSE name (RFC 7518 §3.1, RFC 9864 §2.2). Ed25519 keys make the embedded proofs. */
export const KEY_ALGORITHMS = ['Ed25519', 'RS256', 'ES256'] as const;
export type KeyAlgorithm = (typeof KEY_ALGORITHMS)[number];

/** `alg` of a VC-JWT. RS256 is what every verifier must read (OB 3.0 §8.2), ES256 what most do, EdDSA what some ask for. */
export const JWT_ALGORITHMS = ['RS256', 'ES256', 'EdDSA'] as const;
export type JwtAlgorithm = (typeof JWT_ALGORITHMS)[number];

/** What an institution offers beside embedded proofs until it says otherwise. */
export const DEFAULT_JWT_ALGORITHMS: readonly JwtAlgorithm[] = ['RS256'];

/** EdDSA names a family (RFC 8037 §3.1); the one member that signs here is Ed25519. */
export function keyAlgorithmFor(algorithm: JwtAlgorithm): KeyAlgorithm {
  return algorithm === 'EdDSA' ? 'Ed25519' : algorithm;
}

/** The `alg` under which verifiers know what the key signs. */
export function jwtAlgorithmOf(algorithm: KeyAlgorithm): JwtAlgorithm {
  return algorithm === 'Ed25519' ? 'EdDSA' : algorithm;
}
