import { Injectable } from '@nestjs/common';
import type { LetterLanguage } from '../../../platform/letters/letter-language.js';
import { wordsIn } from '../../../platform/letters/words.js';
import { type Encloser, Encloses, type FileLabel } from '../../../platform/mail/enclosure.js';
import { BADGE_FILES } from '../../credentials/index.js';
import { BadgeLetterSettings } from './badge-letter-settings.js';
import { BakeBadge } from './bake-badge.js';
import { MakeCertificate } from './make-certificate.js';
import { ShownCredential } from './shown-credential.js';

const PICTURE = { name: 'badge.png', contentType: 'image/png' };
const CERTIFICATE = { name: 'certificate.pdf', contentType: 'application/pdf' };

/** What letters about a badge enclose, as it is when they are sent: nothing of one that was taken back meanwhile. */
@Injectable()
@Encloses(BADGE_FILES)
export class EncloseBadge implements Encloser {
  constructor(
    private readonly settings: BadgeLetterSettings,
    private readonly shownCredential: ShownCredential,
    private readonly bake: BakeBadge,
    private readonly certificates: MakeCertificate,
  ) {}

  async offered(institutionId: string, language: LetterLanguage): Promise<readonly FileLabel[]> {
    const { enclosesFiles } = await this.settings.read(institutionId);
    const { picture, certificate } = wordsIn(language).badgeFiles;
    return enclosesFiles
      ? [
          { ...PICTURE, words: picture },
          { ...CERTIFICATE, words: certificate },
        ]
      : [];
  }

  async make(institutionId: string, credentialId: string, name: string): Promise<Buffer> {
    const shown = await this.shownCredential.forLearner(institutionId, credentialId);
    return name === PICTURE.name ? this.bake.pngOf(shown) : (await this.certificates.of(shown)).bytes;
  }
}
