import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { ApiClient, type Transport } from '../../../demo/api-client.js';
import { fetchTransport } from '../../../demo/fetch-transport.js';
import { DEMO_PASSWORD } from '../../../demo/people.js';
import { freePort } from '../../../src/platform/database/embedded/free-port.js';
import { BadgeWatch } from './badge-watch.js';
import { CairnProcess, runVerb } from './cairn-process.js';
import { LearnerCopies, type ReadyLearner } from './copy-learners.js';
import { DurablePostgres } from './durable-postgres.js';
import { Gate, type Stop } from './gate.js';
import { runFsck } from './fsck.js';
import { awaitQuiet, awaitSeal, judge, type Judgement } from './judge.js';
import { prepareTemplate } from './prepare-template.js';
import { Tally } from './tally.js';
import { type AcknowledgedPass, takeAttempts, type Verdict } from './verdicts.js';

/** Learners that wait for a verdict, and the verdict that passes them. */
export interface Cohort {
  learners: ReadyLearner[];
  verdict: Verdict;
  badges: BadgeWatch;
}

/** What a drill did to Cairn, for the tally. */
export interface Fault {
  fault: string;
  /** How often it was done; once when left out. */
  times?: number;
  remarks?: string[];
}

const ASSESSOR = 'ada@riverside.example';

/**
 * A Cairn in parts (an api that stays, workers that come and go) on a database that keeps what it says. Made once; each drill
 * takes learners of its own, does its harm, and asks afterwards for the judgement.
 */
export class BadWeather {
  readonly tally = new Tally();
  private readonly started: CairnProcess[] = [];
  private redisUrl: string | undefined;
  private readonly cleanUps: (() => Promise<void>)[] = [];

  private constructor(
    readonly database: DurablePostgres,
    readonly folder: string,
    readonly port: number,
    private readonly copies: LearnerCopies,
    readonly api: CairnProcess,
    /** Ada, who assesses. */
    readonly assessor: ApiClient,
  ) {}

  static async begin(): Promise<BadWeather> {
    const folder = await mkdtemp(join(tmpdir(), 'cairn-chaos-'));
    // As root, the database runs as another user, who must be able to pass.
    await chmod(folder, 0o711);
    const database = await DurablePostgres.start(join(folder, 'postgres'));
    const port = await freePort();
    const variables = variablesOf(database, folder, port);
    const migrated = await runVerb(['migrate'], variables);
    if (migrated.code !== 0) throw new Error(`The migration failed: ${migrated.errors}`);
    const api = await CairnProcess.start({ ...variables, CAIRN_ROLES: 'api', PORT: String(port) });
    const signInPath = /http:\S+?(\/sign-in\/\S+)/.exec(api.output)?.[1];
    if (!signInPath) throw new Error(`There is no sign-in link in\n${api.output}`);
    const template = await prepareTemplate(`http://127.0.0.1:${port}`, signInPath);
    const copies = await LearnerCopies.of(database, { ...template, email: template.cast.amara.email });
    return new BadWeather(database, folder, port, copies, api, template.cast.ada.client);
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The environment of every process, and of the operator's verbs. */
  get variables(): Record<string, string> {
    const redis: Record<string, string> = this.redisUrl === undefined ? {} : { REDIS_URL: this.redisUrl };
    return { ...variablesOf(this.database, this.folder, this.port), ...redis };
  }

  /** Starts a process that plays the roles; it is killed when the drill is over. */
  async start(roles: string, port = 0): Promise<CairnProcess> {
    const cairn = await CairnProcess.start({ ...this.variables, CAIRN_ROLES: roles, PORT: String(port) });
    this.started.push(cairn);
    return cairn;
  }

  /** An api of the drill's own, and Ada signed in there. */
  async startApi(): Promise<{ api: CairnProcess; port: number; assessor: ApiClient }> {
    const port = await freePort();
    const api = await this.start('api', port);
    return { api, port, assessor: await this.signIn(fetchTransport(`http://127.0.0.1:${port}`)) };
  }

  /** Ada, once more, by a way of her own. */
  async signIn(transport: Transport): Promise<ApiClient> {
    const assessor = new ApiClient(transport);
    await assessor.signIn(ASSESSOR, DEMO_PASSWORD);
    return assessor;
  }

  /** Closes a gate before a statement; what a drill leaves closed is opened when it is over. */
  async closeGate(stop: Stop): Promise<Gate> {
    const gate = await Gate.close(this.database, stop);
    this.afterDrill(() => gate.remove());
    return gate;
  }

  /** New learners whose projects wait, already in Ada's hands. */
  async cohort(size: number): Promise<Cohort> {
    const learners = await this.copies.make(size);
    const badges = new BadgeWatch(this.database, learners);
    this.afterDrill(async () => badges.stop());
    return { learners, verdict: await takeAttempts(this.assessor, learners), badges };
  }

  /** From now until the drill is over, the queue is on Redis. */
  queueOn(redisUrl: string): void {
    this.redisUrl = redisUrl;
    this.afterDrill(async () => {
      this.redisUrl = undefined;
    });
  }

  /** Waits for the badges and until nothing is left to do; then counts, and has `cairn fsck` look at everything there is. */
  async expectOneBadgeEach({ badges }: Cohort, passes: readonly AcknowledgedPass[], fault: Fault): Promise<Judgement> {
    await badges.awaitBadges(passes);
    await awaitQuiet(this.database);
    await awaitSeal(this.database);
    const judgement = await judge(this.database, badges, passes);
    const report = await runFsck(passes, this);
    this.tally.add(fault, judgement);
    expect(judgement).toMatchObject({ badges: passes.length, lost: 0, doubled: 0 });
    expect(report.breaches).toEqual([]);
    expect(report.signatures).toBe('@digitalbazaar/vc');
    expect(report.checked['I3']).toMatchObject({ told: passes.length, stable: passes.length });
    return judgement;
  }

  /** Something to do when the drill is over, however it went and after its processes are gone. */
  afterDrill(cleanUp: () => Promise<void>): void {
    this.cleanUps.push(cleanUp);
  }

  /** What the processes of this drill said last, for the reader of a failure. */
  get lastWords(): string {
    return [this.api, ...this.started]
      .map(({ roles, alive, tail }) => `--- ${roles}, ${alive ? 'alive' : 'ended'}\n${tail}`)
      .join('\n');
  }

  async endDrill(): Promise<void> {
    await Promise.all(this.started.splice(0).map((cairn) => cairn.kill()));
    for (const cleanUp of this.cleanUps.splice(0)) await cleanUp();
  }

  async end(): Promise<void> {
    await this.endDrill();
    await this.api.kill();
    await this.database.end();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

function variablesOf(database: DurablePostgres, folder: string, port: number): Record<string, string> {
  return {
    CAIRN_DATA_DIR: join(folder, 'data'),
    CAIRN_PUBLIC_URL: `http://localhost:${port}`,
    DATABASE_URL: database.applicationUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATABASE_POOL: '10',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
  };
}
