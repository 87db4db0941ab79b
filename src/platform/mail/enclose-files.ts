import { Injectable, Logger } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Environment } from '../config/environment.js';
import type { LetterLanguage } from '../letters/letter-language.js';
import { type EnclosedFile, type Encloser, type Enclosure, type FileLabel, kindEnclosedBy } from './enclosure.js';
import { fitting } from './letter-with-files.js';

/** Finds what mails enclose, by the kind that they are marked with. */
@Injectable()
export class EncloseFiles {
  private readonly logger = new Logger('Mail');
  private known: ReadonlyMap<string, Encloser> | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly environment: Environment,
  ) {}

  /** What letters of the kind enclose today. */
  async labels(institutionId: string, kind: string, language: LetterLanguage): Promise<readonly FileLabel[]> {
    return this.encloser(kind).offered(institutionId, language);
  }

  async make(institutionId: string, { kind, of }: Enclosure, name: string): Promise<Buffer> {
    return this.encloser(kind).make(institutionId, of, name);
  }

  /**
   * The files to send with a letter, as far as they can be made and fit. Never throws: the letter says where the badge is, and arriving
   * without files is better than not arriving.
   */
  async all({ id, institutionId, body, html, language, enclosure }: MarkedMail): Promise<EnclosedFile[]> {
    if (!enclosure) return [];
    const labels = await this.labels(institutionId, enclosure.kind, language ?? 'en').catch((error: unknown) =>
      this.without(id, 'all', error),
    );
    const files: EnclosedFile[] = [];
    // One after another: each may take a picture's worth of memory.
    for (const label of labels ?? []) {
      const content = await this.make(institutionId, enclosure, label.name).catch((error: unknown) =>
        this.without(id, label.name, error),
      );
      if (content) files.push({ ...label, content });
    }
    return fitting(files, `${body}${html ?? ''}`, this.environment.MAIL_LARGEST_BYTES);
  }

  private without(mailId: string, file: string, error: unknown): null {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    this.logger.warn({ message: 'A letter goes without a file', mailId, file, error: reason });
    return null;
  }

  private encloser(kind: string): Encloser {
    this.known ??= new Map(
      this.discovery.getProviders().flatMap(({ metatype, instance }): [string, Encloser][] => {
        const enclosed = kindEnclosedBy(metatype);
        return enclosed === undefined ? [] : [[enclosed, instance as Encloser]];
      }),
    );
    const encloser = this.known.get(kind);
    if (!encloser) throw new Error(`Nobody encloses files of the kind ${kind} (@Encloses is missing)`);
    return encloser;
  }
}

interface MarkedMail {
  id: string;
  institutionId: string;
  body: string;
  html: string | null;
  language: LetterLanguage | null;
  enclosure: Enclosure | null;
}
