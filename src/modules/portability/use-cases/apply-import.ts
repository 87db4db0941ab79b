import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { FileStore, type ReceivedFile } from '../../../platform/storage/file-store.js';
import { loadPackage, type PackageFiles } from '../archive/read-package.js';
import type { ImportRun } from '../data/import-run.entity.js';
import { ImportRunsRepository } from '../data/import-runs.repository.js';
import { isUsable, reportOf } from '../material/import-run.js';
import type { CoursePackage } from '../material/package.js';
import { importChanged, importRefused } from '../problems.js';
import { OpenImport } from './open-import.js';
import { StorePackage } from './store-package.js';

const LARGEST_ASSET = 64 * 1024 * 1024;

/** Makes a checked package into courses and, where it describes one, a micro-credential draft: all of it, in one transaction, or nothing. */
@Injectable()
export class ApplyImport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: FileStore,
    private readonly open: OpenImport,
    private readonly runs: ImportRunsRepository,
    private readonly store: StorePackage,
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
      try {
        return await this.work.run(actor, (tx) => this.apply(tx, actor, id, material, received));
      } catch (error) {
        await Promise.all([...received.values()].map((asset) => this.files.discard(asset)));
        throw error;
      }
    });
  }

  private async apply(
    tx: Tx,
    actor: Actor,
    id: string,
    material: CoursePackage,
    received: Map<string, ReceivedFile>,
  ): Promise<ImportRun> {
    const run = await this.runs.findLocked(tx, id);
    if (!run) throw new Problem(notFound);
    if (run.state === 'applied') {
      await Promise.all([...received.values()].map((asset) => this.files.discard(asset)));
      return run;
    }
    for (const asset of received.values()) await this.files.record(tx, asset);
    const fileIds = new Map([...received].map(([path, asset]) => [path, asset.id]));
    const outcome = await this.store.in(tx, actor, material, fileIds);
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
    return applied;
  }

  /** Pictures and data files, by their path in the package. */
  private async receiveAssets(
    actor: Actor,
    files: PackageFiles,
    { courses, microCredential }: CoursePackage,
  ): Promise<Map<string, ReceivedFile>> {
    const received = new Map<string, ReceivedFile>();
    const receive = async (path: string, purpose: 'course-asset' | 'badge-image') => {
      if (received.has(path)) return;
      const asset = await this.files.receive({
        purpose,
        originalName: path.slice(path.lastIndexOf('/') + 1),
        stream: await files.openStream(path),
        maxBytes: LARGEST_ASSET,
        institutionId: actor.institutionId,
        createdBy: actor.personId,
        now: this.clock.now(),
      });
      received.set(path, asset);
    };
    try {
      for (const { assets } of courses) for (const { path } of assets) await receive(path, 'course-asset');
      if (microCredential?.badgeImage) await receive(microCredential.badgeImage, 'badge-image');
      return received;
    } catch (error) {
      await Promise.all([...received.values()].map((asset) => this.files.discard(asset)));
      throw error;
    }
  }
}
