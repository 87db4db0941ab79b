import { didWeb, verificationMethodId } from '../proof/did-web.js';

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

  achievement(editionId: string): string {
    return `${this.publicUrl}/achievements/${editionId}`;
  }

  statusList(listId: string): string {
    return `${this.publicUrl}/status-lists/${listId}`;
  }

  credential(publicId: string): string {
    return `${this.publicUrl}/credentials/${publicId}`;
  }

  badgeImage(fileId: string): string {
    return `${this.publicUrl}/badge-images/${fileId}`;
  }

  /** Of an edition whose authors chose no picture. */
  defaultBadgeImage(editionId: string): string {
    return `${this.achievement(editionId)}/badge.png`;
  }
}
