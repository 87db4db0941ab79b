import { Injectable } from '@nestjs/common';
import { type HeldCredential, MakeVcJwts, ReadVcJwt } from '../../credentials/index.js';
import { type CredentialConfiguration, credentialConfigurations } from '../domain/credential-formats.js';

/** In which forms an institution's credentials go to wallets, and a credential in one of them. */
@Injectable()
export class WalletForms {
  constructor(
    private readonly makeJwts: MakeVcJwts,
    private readonly jwts: ReadVcJwt,
  ) {}

  async configurations(institutionId: string): Promise<Readonly<Record<string, CredentialConfiguration>>> {
    return credentialConfigurations(await this.jwts.offered(institutionId));
  }

  /** As JSON: the exact signed object, or the token as a text. A new form has no token until a worker came by, so it is made here. */
  async of(credential: HeldCredential, { format }: CredentialConfiguration): Promise<string> {
    if (format === 'ldp_vc') return credential.signed;
    await this.makeJwts.run({ institutionId: credential.institutionId }, [credential.id]);
    return JSON.stringify(await this.jwts.of(credential));
  }
}
