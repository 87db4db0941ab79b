import { Injectable } from '@nestjs/common';
import { Environment } from '../../../../platform/config/environment.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import type { LetterKind } from '../../../../platform/letters/catalogue.js';
import { queueLetter } from '../../../../platform/letters/queue-letters.js';
import { PeopleDirectory } from '../../../people/index.js';
import type { SupersessionCause } from '../../data/credential-acts.repository.js';
import type { Credential } from '../../data/credential.entity.js';
import { IssuerAddresses } from './issuer-addresses.js';

/** The letter that says what happened; a cause without one is the learner's own doing, or none of their concern. */
const NEW_FORM = {
  reissue: 'badge_reissued',
  correction: 'badge_corrected',
  key: 'badge_signed_anew',
  reinstatement: 'badge_reinstated',
} as const satisfies { readonly [cause in SupersessionCause]?: LetterKind };

const KINDS: { readonly [cause in SupersessionCause]?: BadgeLetterKind } = NEW_FORM;

type BadgeLetterKind = (typeof NEW_FORM)[keyof typeof NEW_FORM] | 'badge_again';

/** The kind of what letters about a badge enclose: its files, by the id of one of its forms. */
export const BADGE_FILES = 'badge';

/** Letters to learners about badges that they hold already. */
@Injectable()
export class BadgeLetters {
  private readonly addresses: IssuerAddresses;

  constructor(
    private readonly people: PeopleDirectory,
    environment: Environment,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  async aboutNewForm(tx: Tx, credential: Credential, cause: SupersessionCause | null, now: Date): Promise<void> {
    // Of a suspended badge no file holds, so there is nothing to fetch.
    const silent = cause === null || (cause === 'key' && credential.state !== 'issued');
    const kind = silent ? undefined : KINDS[cause];
    if (kind) await this.send(tx, credential, kind, `credential-reissued:${credential.id}`, now);
  }

  /** False: there is no address to send it to. `letterId` names this sending among others of the badge. */
  async again(tx: Tx, credential: Credential, letterId: string, now: Date): Promise<boolean> {
    return this.send(tx, credential, 'badge_again', `credential-letter:${letterId}`, now);
  }

  async aboutDeclinedCorrection(
    tx: Tx,
    credential: Credential,
    { id, note }: { id: string; note: string },
    now: Date,
  ): Promise<void> {
    const { institutionId } = credential;
    const about = await this.about(tx, credential);
    if (!about) return;
    const letter = { institutionId, dedupeKey: `credential-correction:${id}`, to: about.to, now };
    await queueLetter(tx, { ...letter, kind: 'correction_declined', values: { ...about.values, answer: note } });
  }

  private async send(tx: Tx, credential: Credential, kind: BadgeLetterKind, dedupeKey: string, now: Date): Promise<boolean> {
    const about = await this.about(tx, credential);
    if (!about) return false;
    const { institutionId, id } = credential;
    await queueLetter(tx, { institutionId, dedupeKey, ...about, kind, enclosure: { kind: BADGE_FILES, of: id }, now });
    return true;
  }

  private async about(tx: Tx, { personId, publicId, signed }: Credential) {
    const person = await this.people.find(tx, personId);
    if (!person?.email) return null;
    const { name } = JSON.parse(signed) as { name: string };
    return {
      to: { ...person, email: person.email },
      values: { 'badge.name': name, link: this.addresses.credential(publicId) },
    };
  }
}
