import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Environment } from '../../../platform/config/environment.js';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import type { CredentialFacts } from '../../credentials/index.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import { svgAround } from '../baking/bake-svg.js';
import { defaultDesign } from '../domain/badge-design.js';
import { certificateInputs } from '../domain/certificate.js';
import type { Look } from '../domain/look.js';
import { sampleFacts } from '../domain/sample-facts.js';
import { DrawBadge } from '../drawing/draw-badge.js';
import { DrawingRoom } from '../drawing/drawing-room.js';
import { qrPicture } from '../drawing/qr-picture.js';
import { rasterisePages, sizeOf } from '../drawing/rasterise.js';
import { BadgePictures } from './badge-pictures.js';
import { InstitutionLooks } from './institution-looks.js';
import { refuseAlike } from './refuse-alike.js';
import { type Shown, ShownCredential } from './shown-credential.js';

const PUBLIC = system('a certificate is as public as its credential, and its address alone says whose it is');

/** What the drawing is told, and the signed credential that is attached as it is. */
type CertificateInputs = Record<'certificate' | 'credential', string>;

/** The certificate of a credential: what it says, in the look that its institution had when it was issued. */
@Injectable()
export class MakeCertificate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly shownCredential: ShownCredential,
    private readonly pictures: BadgePictures,
    private readonly looks: InstitutionLooks,
    private readonly files: FileStore,
    private readonly institutions: InstitutionsRepository,
    private readonly drawBadge: DrawBadge,
    private readonly room: DrawingRoom,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(publicId: string): Promise<{ bytes: Buffer; accessible: boolean }> {
    return this.of(await this.shownCredential.inForce(publicId));
  }

  async of(shown: Shown): Promise<{ bytes: Buffer; accessible: boolean }> {
    const { institutionId, issuedAt } = shown.credential;
    const look = await this.looks.inForceAt(institutionId, issuedAt);
    const inputs = await this.inputs(shown.facts, look, (await this.pictures.of(shown)).svg, shown.credential.signed);
    return this.room.pdf('certificate', inputs);
  }

  /** A certificate that nobody earned, to judge a look by. Nothing is attached to it. */
  async sample(actor: Actor, look: Look): Promise<Buffer> {
    return (await this.room.pdf('certificate', await this.sampleInputs(actor, look))).bytes;
  }

  /** The same as a PNG, for a page that shows it while the look is chosen. */
  async samplePicture(actor: Actor, look: Look): Promise<Buffer> {
    return rasterisePages(await this.room.svg('certificate', await this.sampleInputs(actor, look)));
  }

  private async sampleInputs(actor: Actor, look: Look): Promise<CertificateInputs> {
    refuseAlike(look);
    const institution = await this.work.run(actor, async (tx) => {
      await this.looks.refuseUnknownPictures(tx, look);
      return this.institutions.find(tx, actor.institutionId);
    });
    if (!institution) throw new Problem(notFound);
    const { id, name, url, countryCode } = institution;
    const facts = sampleFacts({ id, name, url, countryCode }, `${this.environment.publicUrl}/verify`, this.clock.now());
    const design = defaultDesign({ title: facts.title, issuer: name, level: 'EQF 6' }, look);
    return this.inputs(facts, look, await this.drawBadge.lines(design, facts.language), '');
  }

  private async inputs(facts: CredentialFacts, look: Look, badge: string, credential: string): Promise<CertificateInputs> {
    const certificate = certificateInputs(facts, look, {
      badge,
      qr: qrPicture(facts.url),
      logo: await this.picture(look.logoFileId),
      signatures: await Promise.all(look.signatories.map(({ signatureFileId }) => this.picture(signatureFileId))),
    });
    return { certificate: JSON.stringify(certificate), credential };
  }

  private async picture(fileId: string | null): Promise<string | null> {
    const file = fileId && (await this.work.run(PUBLIC, (tx) => this.files.find(tx, fileId, 'badge-image')));
    if (!file) return null;
    const png = await buffer(await this.files.openVerified(file));
    return svgAround(png, await sizeOf(png));
  }
}
