import { Injectable } from '@nestjs/common';
import { Environment } from '../../../../platform/config/environment.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { type Mail, queueMail } from '../../../../platform/mail/queue-mail.js';
import { PeopleDirectory } from '../../../people/index.js';
import type { SupersessionCause } from '../../data/credential-acts.repository.js';
import type { Credential } from '../../data/credential.entity.js';
import { IssuerAddresses } from './issuer-addresses.js';

/** What a letter says happened; a cause without words is the learner's own doing, or none of their concern. */
const NEW_FORM: { readonly [cause in SupersessionCause]?: string } = {
  reissue:
    'Your badge “{name}” was issued anew. Its address is the same; a file that you kept is out of date, so please fetch it again:',
  correction:
    'Your badge “{name}” was corrected. Its address is the same; a file that you kept is out of date, so please fetch it again:',
  key: 'Your badge “{name}” was signed anew, because the key that it was signed with counts no more. Its address is the same and it says the same; a file that you kept can no longer be checked, so please fetch it again:',
  reinstatement:
    'Your badge “{name}” is no longer suspended. Its address is the same; a file that you kept is out of date, so please fetch it again:',
};

const DECLINED = 'You asked for the name on your badge “{name}” to be corrected. The office left it as it is.';

const AGAIN = 'Here is your badge “{name}” once more. Anybody you give this address to can check that it is genuine:';

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
    const words = silent ? undefined : NEW_FORM[cause];
    if (words) await this.send(tx, credential, words, `credential-reissued:${credential.id}`, now);
  }

  /** False: there is no address to send it to. `letterId` names this sending among others of the badge. */
  async again(tx: Tx, credential: Credential, letterId: string, now: Date): Promise<boolean> {
    return this.send(tx, credential, AGAIN, `credential-letter:${letterId}`, now);
  }

  async aboutDeclinedCorrection(
    tx: Tx,
    credential: Credential,
    { id, note }: { id: string; note: string },
    now: Date,
  ): Promise<void> {
    const words = note === '' ? DECLINED : `${DECLINED}\n\nIts answer: ${note}`;
    await this.send(tx, credential, words, `credential-correction:${id}`, now, {});
  }

  private async send(
    tx: Tx,
    credential: Credential,
    words: string,
    dedupeKey: string,
    now: Date,
    enclosing: Pick<Mail, 'enclosure'> = { enclosure: { kind: BADGE_FILES, of: credential.id } },
  ): Promise<boolean> {
    const { institutionId, personId, publicId, signed } = credential;
    const person = await this.people.find(tx, personId);
    if (!person?.email) return false;
    const { name } = JSON.parse(signed) as { name: string };
    const text = words.replace('{name}', () => name);
    await queueMail(tx, {
      institutionId,
      dedupeKey,
      recipient: person.email,
      subject: `Your badge: ${name}`,
      body: `Hello ${person.name},\n\n${text}\n\n${this.addresses.credential(publicId)}\n`,
      ...enclosing,
      now,
    });
    return true;
  }
}
