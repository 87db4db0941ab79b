import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Environment } from '../../../platform/config/environment.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { notify } from '../../../platform/notices/notify.js';
import { FileStore, type ReceivedFile } from '../../../platform/storage/file-store.js';
import { UploadCourseFile } from '../../catalog/index.js';
import { loadPackage, type PackageFiles } from '../archive/read-package.js';
import type { ImportRun } from '../data/import-run.entity.js';
import { ImportRunsRepository } from '../data/import-runs.repository.js';
import { isUsable, reportOf } from '../material/import-run.js';
import type { CoursePackage } from '../material/package.js';
import { importChanged, importRefused } from '../problems.js';
import { discardAll, discardUnlessWritten } from './discard-unless-written.js';
import { OpenImport } from './open-import.js';
import { StorePackage } from './store-package.js';

/** Stored bytes of a package, without rows yet. */
interface ReceivedAssets {
  /** By path in the package. */
  assets: Map<string, ReceivedFile>;
  badge: ReceivedFile | null;
}

/** Makes a checked package into courses and, where it describes one, a micro-credential draft: all of it, in one transaction, or nothing. */
@Injectable()
export class ApplyImport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: FileStore,
    private readonly open: OpenImport,
    private readonly runs: ImportRunsRepository,
    private readonly upload: UploadCourseFile,
    private readonly store: StorePackage,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Applying twice answers with what the first time made. */
  async run(actor: Actor, id: string): Promise<ImportRun> {
    const { run, file } = await this.work.run(actor, async (tx) => {
      const found = await this.runs.find(tx, id);
      return { run: found, file: found && (await this.files.find(tx, found.fileId, 'import')) };
    });
    if (!run || !file) throw new Problem(notFound);
    if (run.state === 'applied') return run;
    if (run.state === 'refused')
      throw new Problem(importRefused, { detail: 'Mend what the report calls an error, and upload the package again.' });
    return this.open.run(file, async (opened) => {
      if (!opened.ok) throw new Problem(importChanged);
      const material = await loadPackage(opened.files);
      if (!isUsable(reportOf(material))) throw new Problem(importChanged);
      const received = await this.receiveAssets(actor, opened.files, material);
      const applied = await discardUnlessWritten(this.files, allOf(received), (written) =>
        this.work.run(actor, async (tx) => {
          const outcome = await this.apply(tx, actor, id, material, received);
          written();
          return outcome;
        }),
      );
      if (!applied.here) await discardAll(this.files, allOf(received));
      return applied.run;
    });
  }

  /** `here`: by this transaction, not by another one just before. */
  private async apply(
    tx: Tx,
    actor: Actor,
    id: string,
    material: CoursePackage,
    received: ReceivedAssets,
  ): Promise<{ run: ImportRun; here: boolean }> {
    const run = await this.runs.findLocked(tx, id);
    if (!run) throw new Problem(notFound);
    if (run.state === 'applied') return { run, here: false };
    for (const file of allOf(received)) await this.files.record(tx, file);
    const assetIds = new Map([...received.assets].map(([path, file]) => [path, file.id]));
    const outcome = await this.store.in(tx, actor, material, { assetIds, badgeImageId: received.badge?.id ?? null });
    const now = this.clock.now();
    const applied: ImportRun = { ...run, state: 'applied', outcome, appliedAt: now };
    await this.runs.save(tx, applied);
    await recordEvent(tx, {
      institutionId: actor.institutionId,
      type: 'import.applied',
      actorId: actor.personId,
      subject: { type: 'import', id },
      particulars: { courses: outcome.courses.length },
      occurredAt: now,
    });
    const personId = run.createdBy;
    const notice = { institutionId: actor.institutionId, personId, kind: 'import_finished' as const, dedupeKey: `import:${id}` };
    const letter = { kind: 'import_finished' as const, values: { link: `${this.environment.publicUrl}/app/studio` } };
    await notify(tx, [{ ...notice, letter, particulars: { importId: id, courses: outcome.courses.length } }], now);
    return { run: applied, here: true };
  }

  private async receiveAssets(
    actor: Actor,
    files: PackageFiles,
    { courses, microCredential }: CoursePackage,
  ): Promise<ReceivedAssets> {
    const received: ReceivedAssets = { assets: new Map(), badge: null };
    const receive = async (path: string, purpose: 'course-asset' | 'badge-image') => {
      const upload = { name: path.slice(path.lastIndexOf('/') + 1), stream: await files.openStream(path) };
      return this.upload.receive(actor, purpose, upload);
    };
    try {
      for (const path of new Set(courses.flatMap(({ assets }) => assets.map((asset) => asset.path))))
        received.assets.set(path, await receive(path, 'course-asset'));
      if (microCredential?.badgeImage) received.badge = await receive(microCredential.badgeImage, 'badge-image');
      return received;
    } catch (error) {
      await discardAll(this.files, allOf(received));
      throw error;
    }
  }
}

function allOf({ assets, badge }: ReceivedAssets): ReceivedFile[] {
  return [...assets.values(), ...(badge ? [badge] : [])];
}
