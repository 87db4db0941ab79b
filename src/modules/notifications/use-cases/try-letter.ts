import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Environment } from '../../../platform/config/environment.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { type RateLimit, RateLimits } from '../../../platform/http/rate-limits.js';
import { newId } from '../../../platform/ids.js';
import type { LetterTemplate } from '../../../platform/letters/catalogue.js';
import { exampleLetter } from '../../../platform/letters/example-letter.js';
import { type LetterSender, senderOf } from '../../../platform/letters/letters.sql.js';
import { type TemplateFault, templateFaults } from '../../../platform/letters/template-faults.js';
import { wordsIn } from '../../../platform/letters/words.js';
import type { WrittenLetter } from '../../../platform/letters/write-letter.js';
import { queueMail } from '../../../platform/mail/queue-mail.js';
import { PeopleDirectory } from '../../people/index.js';
import type { TemplateKey } from '../data/letter-templates.repository.js';
import { noOwnAddress } from '../problems.js';
import { usable } from './change-letter.js';

export interface TriedLetter extends WrittenLetter {
  faults: TemplateFault[];
}

const TRIALS: RateLimit = { name: 'letter-trial', points: 30, seconds: 3_600 };

/** A letter as it would be with words that are not kept yet: to look at, or in one's own mailbox. */
@Injectable()
export class TryLetter {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PeopleDirectory,
    private readonly environment: Environment,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** With example data. Faults are part of the answer: whoever is writing has some. */
  async look(actor: Actor, key: TemplateKey, template: LetterTemplate): Promise<TriedLetter> {
    const sender = await this.work.run(actor, (tx) => this.sender(tx, actor));
    return { ...this.write(sender, key, template), faults: templateFaults(key.letter, template) };
  }

  /** Sends it to whoever asks, and to nobody else. Answers the address. */
  async send(actor: Actor, key: TemplateKey, wish: LetterTemplate): Promise<string> {
    const template = usable(key, wish);
    await this.limits.spend(TRIALS, actor.personId);
    return this.work.run(actor, async (tx) => {
      const person = await this.people.find(tx, actor.personId);
      if (!person?.email) throw new Problem(noOwnAddress, { detail: 'Add one to your account first.' });
      const { subject, text: body, html } = this.write(await this.sender(tx, actor), key, template, person.name);
      const { institutionId } = actor;
      const now = this.clock.now();
      const trial = { subject: wordsIn(key.language).trial + subject, body, html, language: key.language };
      await queueMail(tx, { institutionId, dedupeKey: `letter-trial:${newId()}`, recipient: person.email, ...trial, now });
      return person.email;
    });
  }

  private sender(tx: Tx, { institutionId }: Actor): Promise<LetterSender> {
    return senderOf(tx, institutionId, ['feedback', 'signature', 'footer']);
  }

  private write(sender: LetterSender, key: TemplateKey, template: LetterTemplate, name?: string): WrittenLetter {
    const { publicUrl } = this.environment;
    return exampleLetter(sender, key, template, { publicUrl, now: this.clock.now(), name });
  }
}
