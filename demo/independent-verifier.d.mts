export interface IndependentWorld {
  readonly didDocument: object;
  readonly statusListCredential?: object;
  readonly now?: Date;
}

export interface IndependentKey {
  readonly id: string;
  readonly controller: string;
  readonly publicKeyMultibase: string;
  readonly secretKeyMultibase: string;
}

export function verifyIndependently(
  credentialJson: string | object,
  world: IndependentWorld,
): Promise<{ readonly verified: boolean; readonly error?: string }>;

export function placesRaised(statusListCredential: {
  readonly credentialSubject: { readonly encodedList: string };
}): Promise<number[]>;

export function issueIndependently(document: object, key: IndependentKey, date: Date): Promise<Record<string, unknown>>;

export function generateIndependently(controller: string): Promise<IndependentKey>;

export function multibaseIndependently(jwk: object): Promise<string>;
export function listIndependently(wish: { id: string; purpose: string; set: readonly number[] }): Promise<object>;
/** A presentation that a new did:key signed for the audience. */
export function presentIndependently(
  credentials: object[],
  audience: { challenge: string; domain?: string },
): Promise<{ presentation: object; holder: string }>;
