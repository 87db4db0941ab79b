import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import type { StoredFile } from '../../../platform/storage/stored-file.entity.js';
import { ReadMaterial } from '../../catalog/index.js';
import { type Entry, packed } from '../archive/write-zip.js';
import type { PackageEntry } from '../material/write/entry.js';
import { slugFrom } from '../material/write/file-names.js';
import { writeMicroCredential, writeOneCourse } from '../material/write/write-package.js';

/** A zip archive in the format that the importer reads, made while it is read. */
export interface ExportedPackage {
  name: string;
  archive: Readable;
}

interface Written {
  name: string;
  entries: PackageEntry[];
  files: ReadonlyMap<string, StoredFile>;
  at: Date;
}

/**
 * Authored material as a package, for those who may change it. The texts are one state of the database; files are read while the archive is,
 * and one that is missing or damaged breaks it off. The same edition always gives the same bytes.
 */
@Injectable()
export class ExportPackage {
  constructor(
    private readonly work: UnitOfWork,
    private readonly material: ReadMaterial,
    private readonly store: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `catalog.edition_too_large` for a draft that could not be published for its size. */
  async draft(actor: Actor, id: string): Promise<ExportedPackage> {
    return this.run(actor, async (tx) => {
      const { content, files, at } = await this.material.draft(tx, actor, id);
      await this.record(tx, actor, { type: 'micro_credential', id }, {});
      const entries = writeMicroCredential(content, files, 'The draft of a micro-credential, exported from Cairn.');
      return { name: `${slugFrom(content.title, 'micro-credential')}-draft`, entries, files, at };
    });
  }

  async edition(actor: Actor, id: string): Promise<ExportedPackage> {
    return this.run(actor, async (tx) => {
      const { content, files, at, microCredentialId, number } = await this.material.edition(tx, actor, id);
      await this.record(tx, actor, { type: 'micro_credential', id: microCredentialId }, { edition: number });
      const about = `Edition ${number} of a micro-credential, published on ${at.toISOString().slice(0, 10)} and exported from Cairn.`;
      const entries = writeMicroCredential(content, files, about);
      return { name: `${slugFrom(content.title, 'micro-credential')}-edition-${number}`, entries, files, at };
    });
  }

  async course(actor: Actor, id: string): Promise<ExportedPackage> {
    return this.run(actor, async (tx) => {
      const { content, files, at } = await this.material.course(tx, actor, id);
      await this.record(tx, actor, { type: 'course', id }, {});
      const entries = writeOneCourse(content, files, 'A course, exported from Cairn.');
      return { name: slugFrom(content.title, 'course'), entries, files, at };
    });
  }

  private async run(actor: Actor, write: (tx: Tx) => Promise<Written>): Promise<ExportedPackage> {
    const { name, entries, files, at } = await this.work.run(actor, write);
    return {
      name: `${name}.zip`,
      archive: packed(
        entries.map((entry) => this.opened(entry, files)),
        at,
      ),
    };
  }

  private opened(entry: PackageEntry, files: ReadonlyMap<string, StoredFile>): Entry {
    if ('text' in entry) return { path: entry.path, open: async () => Readable.from([Buffer.from(entry.text())]) };
    return {
      path: entry.path,
      // As they are: most are packed already, and a table that packs too well would look like a bomb to whoever imports it.
      packed: false,
      open: async () => {
        const file = files.get(entry.fileId);
        if (!file) throw new Error(`The package names file ${entry.fileId}, which was not read`);
        return this.store.openVerified(file);
      },
    };
  }

  private async record(tx: Tx, actor: Actor, subject: { type: 'micro_credential' | 'course'; id: string }, particulars: object) {
    const { institutionId, personId } = actor;
    const type = `${subject.type}.exported`;
    await recordEvent(tx, {
      institutionId,
      type,
      actorId: personId,
      subject,
      particulars: { ...particulars },
      occurredAt: this.clock.now(),
    });
  }
}
