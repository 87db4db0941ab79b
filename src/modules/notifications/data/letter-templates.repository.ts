import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { LetterTemplate, TemplateName } from '../../../platform/letters/catalogue.js';
import type { LetterLanguage } from '../../../platform/letters/letter-language.js';

export interface TemplateKey {
  letter: TemplateName;
  language: LetterLanguage;
}

/** One version of what an institution wrote. */
export interface TemplateVersion {
  version: number;
  /** `null`: it went back to Cairn's own. */
  template: LetterTemplate | null;
  /** Who wrote it; `null` for who is no member any more. */
  changedBy: string | null;
  changedAt: Date;
}

type VersionRow = Omit<TemplateVersion, 'template'> & { subject: string | null; body: string | null };

@Injectable()
export class LetterTemplatesRepository {
  /** Of which letters the institution uses its own words, in which languages. */
  async own(tx: Tx): Promise<TemplateKey[]> {
    return tx.query<TemplateKey>(
      `select letter, language from (
         select distinct on (letter, language) letter, language, body from letter_template
          where institution_id = $1 order by letter, language, version desc) newest
        where body is not null order by letter, language`,
      [tx.institutionId],
    );
  }

  /** The newest first. */
  async versions(tx: Tx, { letter, language }: TemplateKey, limit: number): Promise<TemplateVersion[]> {
    const rows = await tx.query<VersionRow>(
      `select t.version, t.subject, t.body, p.name as "changedBy", t.changed_at as "changedAt"
         from letter_template t left join person p on p.id = t.changed_by
        where t.institution_id = $1 and t.letter = $2 and t.language = $3 order by t.version desc limit $4`,
      [tx.institutionId, letter, language, limit],
    );
    return rows.map(({ subject, body, ...version }) => ({
      ...version,
      template: subject === null || body === null ? null : { subject, body },
    }));
  }

  async add(
    tx: Tx,
    { letter, language }: TemplateKey,
    { version, template, changedAt }: Omit<TemplateVersion, 'changedBy'>,
    changedBy: string,
  ): Promise<void> {
    await tx.query(
      `insert into letter_template (institution_id, letter, language, version, subject, body, changed_by, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [tx.institutionId, letter, language, version, template?.subject ?? null, template?.body ?? null, changedBy, changedAt],
    );
  }
}
