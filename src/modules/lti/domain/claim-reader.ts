import type { LtiRefusal } from './refusal.js';

/** Thrown by readers and caught where a message is read whole: nobody outside sees it. */
export class RefusedClaim extends Error {
  constructor(readonly refusal: LtiRefusal) {
    super(refusal.code);
  }
}

type Json = Readonly<Record<string, unknown>>;

/** An id of the platform: 1 to 255 characters (LTI Core 1.3 §5.3.3, §5.3.5). */
export const MAX_ID = 255;
// Longer than any real address or name, and short enough to be kept.
const MAX_TEXT = 4_096;

/**
 * Reads claims whose form is known. A wrong type in a known claim is refused and not coerced; what may be absent may be `null` or empty
 * too, which platforms send for what they do not have.
 */
export class ClaimReader {
  constructor(
    private readonly claims: Json,
    private readonly place = '',
  ) {}

  has(name: string): boolean {
    return this.claims[name] !== undefined && this.claims[name] !== null;
  }

  text(name: string, max = MAX_TEXT): string {
    const value = this.optionalText(name, max);
    if (value === null) throw this.missing(name);
    return value;
  }

  optionalText(name: string, max = MAX_TEXT): string | null {
    const value = this.claims[name];
    if (value === undefined || value === null || value === '') return null;
    if (typeof value !== 'string' || value.length > max || value.includes('\0')) throw this.malformed(name);
    return value;
  }

  number(name: string): number {
    const value = this.claims[name];
    if (value === undefined || value === null) throw this.missing(name);
    if (typeof value !== 'number' || !Number.isFinite(value)) throw this.malformed(name);
    return value;
  }

  flag(name: string): boolean | null {
    const value = this.claims[name];
    if (value === undefined || value === null) return null;
    // Some platforms write it as text.
    if (value === true || value === 'true') return true;
    if (value === false || value === 'false') return false;
    throw this.malformed(name);
  }

  texts(name: string): string[] {
    const value = this.claims[name];
    if (value === undefined || value === null) throw this.missing(name);
    if (!Array.isArray(value) || value.length > 1_000) throw this.malformed(name);
    const texts = value.filter((item): item is string => typeof item === 'string' && item.length <= MAX_TEXT);
    if (texts.length !== value.length) throw this.malformed(name);
    return texts;
  }

  optionalTexts(name: string): string[] {
    return this.has(name) ? this.texts(name) : [];
  }

  group(name: string): ClaimReader {
    const group = this.optionalGroup(name);
    if (!group) throw this.missing(name);
    return group;
  }

  optionalGroup(name: string): ClaimReader | null {
    const value = this.claims[name];
    if (value === undefined || value === null) return null;
    if (!isObject(value)) throw this.malformed(name);
    return new ClaimReader(value, this.at(name));
  }

  names(): string[] {
    return Object.keys(this.claims);
  }

  raw(name: string): unknown {
    return this.claims[name];
  }

  missing(name: string): RefusedClaim {
    return new RefusedClaim({ code: 'claim_missing', claim: this.at(name) });
  }

  malformed(name: string): RefusedClaim {
    return new RefusedClaim({ code: 'claim_malformed', claim: this.at(name) });
  }

  private at(name: string): string {
    return this.place === '' ? name : `${this.place}.${name}`;
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
