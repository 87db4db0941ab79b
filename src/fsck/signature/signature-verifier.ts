/** The public half of the key that should have signed. */
export interface ExpectedKey {
  /** The id that proofs name it by. */
  verificationMethod: string;
  /** `z6Mk…` */
  publicKeyMultibase: string;
}

/** Checks Data Integrity proofs (eddsa-rdfc-2022) without any of the code that makes them. */
export interface SignatureVerifier {
  /** What does the checking, for the report. */
  readonly name: string;
  /** Why the proof does not hold; `null`: it does. Neither dates nor revocation are looked at. Throws for what is no credential. */
  problem(signed: string, key: ExpectedKey): Promise<string | null>;
}

/** As the verifier says; what it cannot even read does not hold either. */
export async function signatureProblem(verifier: SignatureVerifier, signed: string, key: ExpectedKey): Promise<string | null> {
  try {
    return await verifier.problem(signed, key);
  } catch (error) {
    return (error as Error).message;
  }
}
