import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { type LetterTemplate, TEMPLATE_NAMES, type TemplateName } from '../../../platform/letters/catalogue.js';
import type { LetterLanguage } from '../../../platform/letters/letter-language.js';
import { wordsIn } from '../../../platform/letters/words.js';
import { LetterTemplatesRepository, type TemplateKey, type TemplateVersion } from '../data/letter-templates.repository.js';

export interface ListedLetter {
  letter: TemplateName;
  /** In which languages the institution uses its own words. */
  own: LetterLanguage[];
}

export interface EditedLetter extends TemplateKey {
  /** 0 while nobody changed anything. */
  version: number;
  /** What is sent. */
  template: LetterTemplate;
  /** Cairn's own words. */
  standard: LetterTemplate;
  isOwn: boolean;
}

/** More than anybody looks through. */
const MOST_VERSIONS = 50;

/** All that is written to people, and the words that it has. */
@Injectable()
export class ReadLetters {
  constructor(
    private readonly work: UnitOfWork,
    private readonly templates: LetterTemplatesRepository,
  ) {}

  /** In the order in which people meet them. */
  async list(actor: Actor): Promise<ListedLetter[]> {
    const own = await this.work.run(actor, (tx) => this.templates.own(tx));
    return TEMPLATE_NAMES.map((letter) => ({
      letter,
      own: own.filter((one) => one.letter === letter).map(({ language }) => language),
    }));
  }

  async one(actor: Actor, key: TemplateKey): Promise<EditedLetter> {
    const [newest] = await this.work.run(actor, (tx) => this.templates.versions(tx, key, 1));
    return edited(key, newest);
  }

  /** The newest first, 50 at most. */
  async versions(actor: Actor, key: TemplateKey): Promise<TemplateVersion[]> {
    return this.work.run(actor, (tx) => this.templates.versions(tx, key, MOST_VERSIONS));
  }
}

export function edited(key: TemplateKey, newest: Pick<TemplateVersion, 'version' | 'template'> | undefined): EditedLetter {
  const standard = wordsIn(key.language).templates[key.letter];
  const own = newest?.template ?? null;
  return { ...key, version: newest?.version ?? 0, template: own ?? standard, standard, isOwn: own !== null };
}
