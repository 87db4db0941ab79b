import { DOCUMENT_TYPES, weigh } from './wants-page.js';

/** What a VC-JWT may be asked for as: as such, as any JWT, or as OB 3.0 §8.2 writes it. */
export const JWT_TYPES = ['application/vc+jwt', 'application/jwt', 'text/plain'] as const;
export type JwtType = (typeof JWT_TYPES)[number];

/**
 * The type under which the asker would rather have a VC-JWT than the document or a page (RFC 9110 §12.5.1); `null` when not. It has to be
 * named: a wildcard is given the document, and so is who likes both as much.
 */
export function wantsJwt(accept: string | undefined): JwtType | null {
  const weightOf = weigh(accept);
  const [first, ...others] = JWT_TYPES.map((type) => ({ type, weight: weightOf((named) => named === type) }));
  const best = others.reduce((liked, other) => (other.weight > liked.weight ? other : liked), first!);
  const rivals = weightOf((named) => named === 'text/html' || DOCUMENT_TYPES.has(named));
  return best.weight > rivals ? best.type : null;
}
