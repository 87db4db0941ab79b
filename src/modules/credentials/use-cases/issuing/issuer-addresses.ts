import { MICROCREDENTIAL_V2 } from '../../proof/context-pins.js';
import { didWeb, verificationMethodId } from '../../proof/keys/did-web.js';

/** Where everything public about an institution's credentials is found. Part of what is signed, so these never change. */
export class IssuerAddresses {
  constructor(private readonly publicUrl: string) {}

  did(slug: string): string {
    return didWeb(this.publicUrl, ['issuers', slug]);
  }

  verificationMethod(slug: string, publicKeyMultibase: string): string {
    return verificationMethodId(this.did(slug), publicKeyMultibase);
  }

  issuer(slug: string): string {
    return `${this.publicUrl}/issuers/${slug}`;
  }

  /** Where the public half of a key is, as one bare JWK: the `kid` of what it signs (OB 3.0 §8.2.2). */
  key(slug: string, fragment: string): string {
    return `${this.issuer(slug)}/keys/${fragment}`;
  }

  achievement(editionId: string): string {
    return `${this.publicUrl}/achievements/${editionId}`;
  }

  statusList(listId: string): string {
    return `${this.publicUrl}/status-lists/${listId}`;
  }

  credential(publicId: string): string {
    return `${this.publicUrl}/credentials/${publicId}`;
  }

  endorsement(publicId: string): string {
    return `${this.publicUrl}/endorsements/${publicId}`;
  }

  evidence(publicId: string): string {
    return `${this.publicUrl}/evidence/${publicId}`;
  }

  share(token: string): string {
    return `${this.publicUrl}/shared/${token}`;
  }

  portfolio(publicId: string): string {
    return `${this.publicUrl}/portfolios/${publicId}`;
  }

  /** Our own JSON-LD context for European elements; see `contexts.ts`. */
  get microcredentialContext(): string {
    return `${this.publicUrl}${MICROCREDENTIAL_V2}`;
  }

  get microcredentialSchema(): string {
    return `${this.publicUrl}/schemas/microcredential-v2.json`;
  }

  badgeImage(fileId: string): string {
    return `${this.publicUrl}/badge-images/${fileId}`;
  }

  /** Of an edition whose authors chose no picture. */
  defaultBadgeImage(editionId: string): string {
    return `${this.achievement(editionId)}/badge.png`;
  }
}
