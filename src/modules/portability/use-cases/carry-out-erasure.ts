import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type InstitutionScope, system } from '../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import { TakeBackAll, UnnameCredentials } from '../../credentials/index.js';
import { EndPlaces } from '../../enrollment/index.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import { PeopleDirectory } from '../../people/index.js';
import { ErasingRepository } from '../data/erasing.repository.js';
import { type Erasure, ErasuresRepository } from '../data/erasures.repository.js';
import { erasureState, formerName } from '../domain/erasure.js';

const ACCOUNT = system('an account belongs to no institution, and goes with the last one');

/**
 * Erases a person at an institution, and their account with the last one. Each step is a transaction of its own and may be done again, so
 * that a run that was cut off anywhere is taken up by the next: the end is written last.
 */
@Injectable()
export class CarryOutErasure {
  constructor(
    private readonly work: UnitOfWork,
    private readonly erasures: ErasuresRepository,
    private readonly erasing: ErasingRepository,
    private readonly people: PeopleDirectory,
    private readonly institutions: InstitutionsRepository,
    private readonly places: EndPlaces,
    private readonly takeBack: TakeBackAll,
    private readonly unname: UnnameCredentials,
    private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(scope: InstitutionScope, erasureId: string): Promise<void> {
    const erasure = await this.work.run(scope, (tx) => this.begin(tx, scope, erasureId));
    if (!erasure) return;
    const { personId } = erasure;
    await this.unname.run(scope, personId);
    const name = await this.work.run(scope, (tx) => this.nameAfterwards(tx, scope, personId));
    const files = await this.work.run(scope, (tx) => this.empty(tx, erasure));
    // Bytes that stay behind when this is cut off are swept up later.
    for (const file of files) await this.files.discard(file);
    await this.work.run(ACCOUNT, (tx) => this.finish(tx, erasure, name));
  }

  /** `null`: it was taken back, refused or done, or its time has not come. From here on nothing can be taken back. */
  private async begin(tx: Tx, { institutionId }: InstitutionScope, erasureId: string): Promise<Erasure | null> {
    const erasure = await this.erasures.findLocked(tx, institutionId, erasureId);
    const now = this.clock.now();
    if (!erasure || erasure.dueAt > now || !['waiting', 'running'].includes(erasureState(erasure))) return null;
    const { personId, badges } = erasure;
    // Another administrator may have left meanwhile: then this is tried again, until an operator sees it.
    if (erasureState(erasure) === 'waiting') await this.people.refuseLastAdministrator(tx, personId);
    await this.erasures.start(tx, erasureId, now);
    await this.erasing.shutOut(tx, personId, now);
    await this.places.in(tx, personId);
    if (badges === 'withdrawn') await this.takeBack.in(tx, institutionId, personId);
    return erasure;
  }

  /** Answers the files whose bytes are to go. Two runs at once take turns, and the second may find all of it done. */
  private async empty(tx: Tx, { id, institutionId, personId }: Erasure): Promise<{ storageKey: string }[]> {
    const locked = await this.erasures.findLocked(tx, institutionId, id);
    return !locked || locked.finishedAt ? [] : this.erasing.erase(tx, personId);
  }

  private async nameAfterwards(tx: Tx, { institutionId }: InstitutionScope, personId: string): Promise<string> {
    const membership = await this.people.membershipOf(tx, personId);
    const institution = await this.institutions.find(tx, institutionId);
    return formerName([...(membership?.roles ?? [])], institution?.language ?? 'en');
  }

  private async finish(tx: Tx, { id, institutionId, personId }: Erasure, name: string): Promise<void> {
    const locked = await this.erasures.findLocked(tx, institutionId, id);
    if (!locked || locked.finishedAt) return;
    const now = this.clock.now();
    const staysElsewhere = await this.erasing.belongsElsewhere(tx, institutionId, personId);
    await this.erasing.takeRoles(tx, institutionId, personId);
    if (staysElsewhere) await this.erasing.leave(tx, institutionId, personId);
    else await this.erasing.eraseAccount(tx, personId, name, now);
    await this.erasures.finish(tx, id, now);
    await recordEvent(tx, {
      institutionId,
      type: 'person.erased',
      actorId: null,
      subject: { type: 'person', id: personId },
      particulars: { erasureId: id, badges: locked.badges, account: !staysElsewhere },
      occurredAt: now,
    });
  }
}
