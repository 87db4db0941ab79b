import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { InstitutionScope } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import { LEFT_OUT } from '../data/personal-data.js';
import { PersonalDataQuery } from '../data/personal-data.query.js';
import { readme } from '../domain/export-readme.js';
import type { Entry } from '../archive/write-zip.js';

/** What an export is made of: the records as JSON, the badges as they were signed, the files, and what all that is. */
@Injectable()
export class GatherPersonalData {
  constructor(
    private readonly work: UnitOfWork,
    private readonly data: PersonalDataQuery,
    private readonly institutions: InstitutionsRepository,
    private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(scope: InstitutionScope, personId: string): Promise<Entry[]> {
    const now = this.clock.now();
    return this.work.run(scope, async (tx) => {
      const parts = await this.data.parts(tx, personId);
      const badges = await this.data.badges(tx, personId);
      const files = await this.data.files(tx, personId);
      const institution = (await this.institutions.find(tx, scope.institutionId))?.name ?? '';
      return [
        text('README.txt', readme({ institution, parts, leftOut: Object.values(LEFT_OUT), now })),
        ...parts.map(({ name, rows }) => text(`data/${name}.json`, `${JSON.stringify(rows, null, 2)}\n`)),
        ...badges.map(({ id, signed }) => text(`badges/${id}.json`, signed)),
        ...files.map((file) => ({ path: `files/${file.id}-${file.originalName}`, open: () => this.files.openVerified(file) })),
      ];
    });
  }
}

function text(path: string, content: string): Entry {
  return { path, content: Buffer.from(content) };
}
