import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Check, examine, type Examined } from '../../../platform/checks/check.js';
import { databaseChecks } from '../../../platform/checks/database-checks.js';
import { machineChecks } from '../../../platform/checks/machine-checks.js';
import { queueCheck } from '../../../platform/checks/queue-check.js';
import { serviceChecks } from '../../../platform/checks/service-checks.js';
import { Environment } from '../../../platform/config/environment.js';
import { type Scope, system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Queues } from '../../../platform/queue/queues.js';
import { within } from '../../../platform/queue/within.js';
import { type QueueState, WorkState } from '../../../platform/queue/work-state.js';
import { KeyRing } from '../../credentials/index.js';
import { PeopleDirectory } from '../../people/index.js';
import { DUTY_NAMES, type DutyName } from '../domain/duty-names.js';
import { signingKeysCheck } from './signing-keys-check.js';

export interface DutyRun {
  name: DutyName;
  startedAt: Date;
  finishedAt: Date;
  error: string | null;
}

export interface Health {
  /** Who runs the installation sees all of it, and in detail; administrators see what is their institution's. */
  isOperator: boolean;
  checkedAt: Date;
  checks: Examined[];
  queues: QueueState[];
  duties: DutyRun[];
  keys: { algorithm: string; createdAt: Date }[];
  /** `null` for who does not run the installation. */
  databaseBytes: number | null;
}

export const ALL = system('who runs the installation looks after the work of every institution');
const PATIENCE_MS = 8_000;
/** Checks knock at the mail server and write to the storage: people who reload must not do so each time. */
const FRESH_MS = 10_000;

/** How Cairn is, from the same checks as `cairn doctor` and the same rows that its work is done from. */
@Injectable()
export class ReadHealth {
  private known: { at: number; checks: Promise<Examined[]> } | undefined;

  constructor(
    private readonly work: UnitOfWork,
    private readonly environment: Environment,
    private readonly queues: Queues,
    private readonly state: WorkState,
    private readonly ring: KeyRing,
    private readonly people: PeopleDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor): Promise<Health> {
    const { institutionId } = actor;
    const scope = await this.scopeOf(actor);
    const isOperator = 'system' in scope;
    const installation = await this.installationChecks();
    const own = await examined(signingKeysCheck(scope, this.work, this.ring));
    const checks = [...installation, own].map((check) => (isOperator ? check : { ...check, found: '', advice: null }));
    return this.work.run(scope, async (tx) => ({
      isOperator,
      checkedAt: this.clock.now(),
      checks,
      queues: await this.state.read(tx),
      duties: await tx.query<DutyRun>(
        `select name, started_at as "startedAt", finished_at as "finishedAt", case when $1 then error end as error
           from duty_run where name = any($2::text[]) order by name`,
        // An earlier version may have had a duty that this one does no more.
        [isOperator, [...DUTY_NAMES]],
      ),
      keys: (await this.ring.all(tx, institutionId)).filter(({ state }) => state === 'active'),
      databaseBytes: isOperator ? await databaseBytes((sql) => tx.query(sql)) : null,
    }));
  }

  /** Of the whole installation for who runs it, else of the institution. */
  async scopeOf(actor: Actor): Promise<Scope> {
    const isOperator = await this.work.run(actor, (tx) => this.people.isOperator(tx, actor.personId));
    return isOperator ? ALL : { institutionId: actor.institutionId };
  }

  private installationChecks(): Promise<Examined[]> {
    if (this.known && performance.now() - this.known.at < FRESH_MS) return this.known.checks;
    const ask = <Row>(sql: string) => this.work.run(ALL, (tx) => tx.query<Row>(sql));
    const all = [
      ...databaseChecks(ask),
      queueCheck(this.queues),
      ...serviceChecks(this.environment),
      ...machineChecks(this.environment),
    ];
    this.known = { at: performance.now(), checks: Promise.all(all.map(examined)) };
    return this.known.checks;
  }
}

function examined({ run, ...check }: Check): Promise<Examined> {
  return examine({ ...check, run: () => within(PATIENCE_MS, run(), `no answer within ${PATIENCE_MS / 1_000} s`) });
}

async function databaseBytes(ask: (sql: string) => Promise<{ bytes: string }[]>): Promise<number> {
  const [row] = await ask('select pg_database_size(current_database()) as bytes');
  return Number(row?.bytes ?? 0);
}
