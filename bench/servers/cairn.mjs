// Cairn as it is in production, in this process, with a parent that may ask it to issue credentials, to enrol or to count statements.
import 'reflect-metadata';
import { Readable } from 'node:stream';
import pg from 'pg';
import { IssueCredential, TellLearners } from '../../dist/src/modules/credentials/index.js';
import { SignIntents } from '../../dist/src/modules/credentials/use-cases/issuing/sign-intents.js';
import { CarryOutRevocations } from '../../dist/src/modules/credentials/use-cases/status/carry-out-revocations.js';
import { PlanRevocations } from '../../dist/src/modules/credentials/use-cases/status/plan-revocations.js';
import { RevokeCredential } from '../../dist/src/modules/credentials/use-cases/status/revoke-credential.js';
import { EnrollmentImportsRepository } from '../../dist/src/modules/enrollment/data/enrollment-imports.repository.js';
import { ConfirmEnrollmentFile } from '../../dist/src/modules/enrollment/use-cases/from-file/confirm-enrollment-file.js';
import { EnrollFromFile } from '../../dist/src/modules/enrollment/use-cases/from-file/enroll-from-file.js';
import { UploadEnrollmentFile } from '../../dist/src/modules/enrollment/use-cases/from-file/upload-enrollment-file.js';
import { ReadRoster } from '../../dist/src/modules/lti/use-cases/rosters/read-roster.js';
import { readEnvironment } from '../../dist/src/platform/config/environment.js';
import { UnitOfWork } from '../../dist/src/platform/database/unit-of-work.js';
import { startServer } from '../../dist/src/server.js';
import { answerParent } from './answer-parent.mjs';

// As many as the worker has in hand at once.
const CHUNKS_AT_ONCE = 4;
const MOST_IN_CHUNK = 500;

const server = await startServer(readEnvironment(process.env));
const part = (type) => server.app.get(type, { strict: false });
const issue = part(IssueCredential);
const signIntents = part(SignIntents);
const OFFICE = new Set(['office']);
let texts = [];
let original;

answerParent(
  { origin: `http://127.0.0.1:${server.environment.PORT}` },
  {
    /** Issues for the passes in their order, in chunks, for so long; answers how many were begun, all of which are finished. */
    async issue({ institutionId, passes, chunk = MOST_IN_CHUNK, milliseconds }) {
      const start = performance.now();
      let next = 0;
      const issueSome = async () => {
        while (next < passes.length && performance.now() - start < milliseconds) {
          const some = passes.slice(next, next + chunk);
          next += some.length;
          const fault = (await issue.chunk({ institutionId }, some)).find(Boolean);
          if (fault) throw fault;
        }
      };
      await Promise.all(Array.from({ length: CHUNKS_AT_ONCE }, issueSome));
      return { issued: next, milliseconds: performance.now() - start };
    },
    /** Tells learners of their badges, for so long; answers how long it took, and which chunks it was that were begun and finished. */
    async tell({ institutionId, chunks, milliseconds }) {
      const start = performance.now();
      const told = [];
      const left = [...chunks];
      const tellSome = async () => {
        while (left.length > 0 && performance.now() - start < milliseconds) {
          const chunk = left.shift();
          await part(TellLearners).run({ institutionId }, chunk.credentialIds);
          told.push(chunk.id);
        }
      };
      await Promise.all(Array.from({ length: CHUNKS_AT_ONCE }, tellSome));
      return { told, milliseconds: performance.now() - start };
    },
    /** Issues for the passes as one chunk, and tells how much CPU time of that is for signing. */
    async takeApart({ institutionId, passes }) {
      let signing = 0;
      signIntents.all = async (...parameters) => {
        const { micros, result } = await cpuOf(() => SignIntents.prototype.all.apply(signIntents, parameters));
        signing += micros;
        return result;
      };
      const { micros, result } = await cpuOf(() => issue.chunk({ institutionId }, passes));
      delete signIntents.all;
      const fault = result.find(Boolean);
      if (fault) throw fault;
      return { all: micros, signing };
    },
    /** Takes a credential back, as the office does. */
    async revoke({ actor, id }) {
      await part(RevokeCredential).run({ ...actor, roles: OFFICE }, id, 'Benched.');
    },
    /** Takes many back by one plan, and carries it out at once. */
    async revokeMany({ actor, ids }) {
      const plan = { targets: { credentialIds: ids }, reason: 'Benched.', undoSeconds: 3_600 };
      const { id } = await part(PlanRevocations).run({ ...actor, roles: OFFICE }, plan);
      await part(CarryOutRevocations).run({ institutionId: actor.institutionId }, id);
    },
    /**
     * Takes a file of people as the office uploads it, confirms it where there is anybody to enrol, and gives the places as the worker does,
     * one chunk after the other. Answers how long that took, how many were enrolled, and the lines that cannot be used.
     */
    async enrolFromFile({ actor, offeringId, csv }) {
      const office = { ...actor, roles: OFFICE };
      const scope = { institutionId: actor.institutionId };
      const read = (act) => part(UnitOfWork).run(scope, (tx) => act(part(EnrollmentImportsRepository), tx));
      const upload = { originalname: 'people.csv', stream: Readable.from([Buffer.from(csv)]) };
      const start = performance.now();
      const { id, counts } = await part(UploadEnrollmentFile).run(office, offeringId, upload);
      const enrolled = counts.seat ?? 0;
      if (enrolled > 0) {
        await part(ConfirmEnrollmentFile).run(office, id, true);
        const rowIds = await read((imports, tx) => imports.waitingIds(tx, id));
        for (let first = 0; first < rowIds.length; first += MOST_IN_CHUNK) {
          const fault = (await part(EnrollFromFile).chunk(scope, rowIds.slice(first, first + MOST_IN_CHUNK))).find(Boolean);
          if (fault) throw fault;
        }
      }
      const milliseconds = performance.now() - start;
      const bad = await read((imports, tx) => imports.rows(tx, id, { state: 'bad', afterLine: 0, limit: MOST_IN_CHUNK }));
      return { id, enrolled, milliseconds, badLines: bad.map(({ line }) => line) };
    },
    /** Reads the roster of a course that somebody asked for, as the worker does. */
    async readRoster({ institutionId, contextId }) {
      const start = performance.now();
      await part(ReadRoster).run({ institutionId }, contextId, new AbortController().signal);
      return performance.now() - start;
    },
    /** Notes the statements that go to the database from now on. */
    listen() {
      texts = [];
      original = Object.getOwnPropertyDescriptor(pg.Client.prototype, 'query');
      const query = original.value;
      const noted = function (...parameters) {
        texts.push(typeof parameters[0] === 'string' ? parameters[0] : (parameters[0]?.text ?? ''));
        return Reflect.apply(query, this, parameters);
      };
      Object.defineProperty(pg.Client.prototype, 'query', { ...original, value: noted });
    },
    /** The statements since `listen`. */
    heard() {
      Object.defineProperty(pg.Client.prototype, 'query', original);
      return texts;
    },
  },
);

async function cpuOf(act) {
  const start = process.cpuUsage();
  const result = await act();
  const { user, system } = process.cpuUsage(start);
  return { micros: user + system, result };
}
