import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { CredentialsModule } from '../credentials/index.js';
import { InstitutionsModule } from '../institutions/index.js';
import { BadgeDrawingsRepository } from './data/badge-drawings.repository.js';
import { BadgeLettersRepository } from './data/badge-letters.repository.js';
import { InstitutionLooksRepository } from './data/institution-looks.repository.js';
import { DrawBadge } from './drawing/draw-badge.js';
import { DrawingRoom } from './drawing/drawing-room.js';
import { BadgeDesignController } from './http/badge-design.controller.js';
import { BadgeLettersController } from './http/badge-letters.controller.js';
import { CredentialFormsController } from './http/credential-forms.controller.js';
import { DefaultBadgeController } from './http/default-badge.controller.js';
import { LookController } from './http/look.controller.js';
import { BadgeLetterSettings } from './use-cases/badge-letter-settings.js';
import { BadgePictures } from './use-cases/badge-pictures.js';
import { BakeBadge } from './use-cases/bake-badge.js';
import { DesignBadge } from './use-cases/design-badge.js';
import { EncloseBadge } from './use-cases/enclose-badge.js';
import { ExportToEuropass } from './use-cases/export-to-europass.js';
import { InstitutionLooks } from './use-cases/institution-looks.js';
import { MakeCertificate } from './use-cases/make-certificate.js';
import { MakeShareCard } from './use-cases/make-share-card.js';
import { ShareOnLinkedIn } from './use-cases/share-on-linkedin.js';
import { ShownCredential } from './use-cases/shown-credential.js';

const useCases = [
  BadgeLetterSettings,
  BadgePictures,
  BakeBadge,
  DesignBadge,
  EncloseBadge,
  ExportToEuropass,
  InstitutionLooks,
  MakeCertificate,
  MakeShareCard,
  ShareOnLinkedIn,
  ShownCredential,
];

@Module({
  imports: [CatalogModule, CredentialsModule, InstitutionsModule],
  providers: [BadgeDrawingsRepository, BadgeLettersRepository, InstitutionLooksRepository, DrawingRoom, DrawBadge, ...useCases],
  exports: useCases,
})
export class ShowcaseModule {}

@Module({
  imports: [ShowcaseModule],
  controllers: [BadgeDesignController, BadgeLettersController, CredentialFormsController, DefaultBadgeController, LookController],
})
export class ShowcaseHttpModule {}
