import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { Openid4vciClient, setGlobalConfig } from '@openid4vc/openid4vci';
import jwt from 'jsonwebtoken';

setGlobalConfig({ allowInsecureUrls: true });

type SignJwt = ConstructorParameters<typeof Openid4vciClient>[0]['callbacks']['signJwt'];

/** A wallet with a key on P-256, made of a public OpenID4VCI client and a JWT library that Cairn does not use. */
export class Wallet {
  readonly privateKey: KeyObject = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  readonly jwk = createPublicKey(this.privateKey).export({ format: 'jwk' });
  readonly client: Openid4vciClient;

  constructor() {
    const unused = () => Promise.reject(new Error('This wallet does not do that'));
    const signJwt: SignJwt = async (_signer, { header, payload }) => ({
      jwt: this.sign(header, payload),
      signerJwk: this.jwk as { kty: string },
    });
    this.client = new Openid4vciClient({
      callbacks: {
        fetch,
        hash: unused,
        generateRandom: unused,
        signJwt,
        // Wallets of the pre-authorised code are nobody's clients.
        clientAuthentication: () => undefined,
      },
    });
  }

  /** Without members that are undefined, and without a time that the payload does not name. */
  sign(header: object, payload: object): string {
    const [head, body] = JSON.parse(JSON.stringify([header, payload])) as [jwt.JwtHeader, { iat?: number }];
    return jwt.sign(body, this.privateKey, { algorithm: 'ES256', header: head, noTimestamp: body.iat === undefined });
  }

  /** The did:jwk of its key, as the wallet itself would write it. */
  get did(): string {
    return `did:jwk:${Buffer.from(JSON.stringify(this.jwk)).toString('base64url')}`;
  }

  /** The whole way from an offer to the credential, as wallets go it: the first form that is offered, or the one of this format. */
  async fetch(offer: string, txCode?: string, { format, by = 'jwk' }: { format?: string; by?: 'jwk' | 'did' } = {}) {
    const { client } = this;
    const credentialOffer = await client.resolveCredentialOffer(offer);
    const issuerMetadata = await client.resolveIssuerMetadata(credentialOffer.credential_issuer);
    const { accessTokenResponse } = await client.retrievePreAuthorizedCodeAccessTokenFromOffer({
      credentialOffer,
      issuerMetadata,
      ...(txCode === undefined ? {} : { txCode }),
    });
    const accessToken = accessTokenResponse.access_token;
    const configurations = issuerMetadata.credentialIssuer.credential_configurations_supported;
    const credentialConfigurationId =
      credentialOffer.credential_configuration_ids.find((id) => format === undefined || configurations[id]?.format === format) ??
      '';
    const { c_nonce: nonce } = await client.requestNonce({ issuerMetadata });
    const proof = await client.createCredentialRequestJwtProof({
      issuerMetadata,
      credentialConfigurationId,
      nonce,
      signer:
        by === 'jwk'
          ? { method: 'jwk', publicJwk: this.jwk as { kty: string }, alg: 'ES256' }
          : { method: 'did', didUrl: `${this.did}#0`, alg: 'ES256' },
    });
    const { credentialResponse } = await client.retrieveCredentials({
      issuerMetadata,
      accessToken,
      credentialConfigurationId,
      proofs: { jwt: [proof.jwt] },
    });
    return { accessToken, issuerMetadata, credentialResponse };
  }
}
