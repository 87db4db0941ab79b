import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Global, Module, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import sharp from 'sharp';
import {
  AddActivity,
  type ActivityBodyWish,
  CatalogModule,
  CreateCourse,
  CreateMicroCredential,
  type MicroCredential,
  type NewMicroCredential,
  UploadCourseFile,
} from '../../src/modules/catalog/index.js';
import { CreateInstitution } from '../../src/modules/institutions/index.js';
import { CLOCK } from '../../src/platform/clock.js';
import { system } from '../../src/platform/database/scope.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { Actor, Role } from '../../src/platform/http/access.js';
import { Problem } from '../../src/platform/http/problem.js';
import { newId } from '../../src/platform/ids.js';
import { DiskDriver } from '../../src/platform/storage/disk-driver.js';
import { FileStore } from '../../src/platform/storage/file-store.js';
import { STORAGE_DRIVER } from '../../src/platform/storage/storage-driver.js';
import { TestClock } from './app.js';
import { openTestDatabase } from './database.js';

/** The catalog's use cases on a database of their own, with two institutions: Riverside, where Ines teaches, and Lakeside, where Lars does. */
export interface CatalogWorld {
  work: UnitOfWork;
  clock: TestClock;
  ines: Actor;
  lars: Actor;
  get<Part>(part: Type<Part>): Part;
  /** A course of one page that takes an hour. */
  course(actor: Actor, title: string, body?: ActivityBodyWish): Promise<string>;
  /** A draft that can be published, with one course unless others are named. */
  microCredential(actor: Actor, changes?: Partial<NewMicroCredential>): Promise<MicroCredential>;
  file(actor: Actor, purpose: 'course-asset' | 'badge-image'): Promise<string>;
  rows<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export async function openCatalogWorld(): Promise<CatalogWorld> {
  const database = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'cairn-catalog-'));
  const clock = new TestClock();

  @Global()
  @Module({
    providers: [
      { provide: UnitOfWork, useValue: database.work },
      { provide: CLOCK, useValue: clock },
      { provide: STORAGE_DRIVER, useValue: new DiskDriver(folder) },
      FileStore,
    ],
    exports: [UnitOfWork, CLOCK, STORAGE_DRIVER, FileStore],
  })
  class PlatformModule {}

  const parts = await Test.createTestingModule({ imports: [PlatformModule, CatalogModule] }).compile();
  const { work } = database;
  const institution = (slug: string, name: string) =>
    work.run(system('a test opens its institutions'), (tx) =>
      parts.get(CreateInstitution, { strict: false }).in(tx, { slug, name, language: 'en', timeZone: 'UTC' }, null),
    );
  const member = async (slug: string, name: string, ...roles: Role[]): Promise<Actor> => ({
    personId: newId(),
    institutionId: (await institution(slug, name)).id,
    roles: new Set(roles),
  });
  const world: CatalogWorld = {
    work,
    clock,
    ines: await member('riverside', 'Riverside University', 'instructor'),
    lars: await member('lakeside', 'Lakeside College', 'instructor'),
    get: (part) => parts.get(part, { strict: false }),
    course: async (actor, title, body = page(`# ${title}`)) => {
      const course = await world.get(CreateCourse).run(actor, { title, summary: '', language: 'en', attribution: null });
      await world.get(AddActivity).run(actor, course.id, { title: 'Begin', minutes: 60, required: true, body });
      return course.id;
    },
    microCredential: async (actor, changes = {}) =>
      world.get(CreateMicroCredential).run(actor, {
        ...publishable(),
        courseIds: changes.courseIds ?? [await world.course(actor, 'Asking questions')],
        ...changes,
      }),
    file: async (actor, purpose) => {
      const upload =
        purpose === 'badge-image' ? await picture() : { name: 'plot.csv', stream: Readable.from([Buffer.from('a,b\n1,2\n')]) };
      return (await world.get(UploadCourseFile).run(actor, purpose, upload)).id;
    },
    rows: (sql, parameters = []) => work.run(system('tests look everywhere'), (tx) => tx.query(sql, parameters)),
    close: async () => {
      await parts.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return world;
}

export function page(markdown: string, assets: Record<string, string> = {}): ActivityBodyWish {
  return { kind: 'page', markdown, assets, objectives: [] };
}

/** Everything that publishing asks for, but courses. */
export function publishable() {
  return {
    title: 'Data Storytelling',
    summary: 'Tell what data say, and what they do not.',
    description: 'For people who **report** to others.',
    outcomes: ['Turns a worry into a question that data can answer.'],
    skills: [
      {
        name: 'Data visualisation',
        alignment: {
          targetName: 'deliver visual presentation of data',
          targetUrl: 'http://data.europa.eu/esco/skill/1973c966-f236-40c9-b2d4-5d71a89019be',
          targetFramework: 'ESCO',
          targetCode: 'S5.5',
          targetType: '',
        },
      },
    ],
    level: { framework: 'EQF', value: '5' } as const,
    workload: { hours: 25, ects: 1, ceu: null },
    qualityAssurance: 'Reviewed each year by two colleagues.',
    criteria: 'Passed a graded project.',
    project: {
      title: 'One-page brief',
      brief: 'Write *one page* for the library board.',
      minutes: 600,
      accepts: {
        text: true,
        links: false,
        files: true,
        mediaTypes: ['application/pdf'],
        maxFiles: 3,
        maxBytesPerFile: 1_000_000,
      },
      attemptLimit: null,
    },
    rubric: {
      passPoints: 2,
      criteria: [
        {
          title: 'Claim',
          description: 'What the page says.',
          mustPassPoints: null,
          ratings: [
            { title: 'Missing', description: '', points: 0 },
            { title: 'Supported by the data', description: '', points: 4 },
          ],
        },
      ],
    },
  };
}

/** The code of a refusal, with the fields it names. */
export async function refusal(
  refused: Promise<unknown>,
): Promise<{ code: string; status: number; fields: string[]; codes: string[] }> {
  const error: unknown = await refused.then(
    () => new Error('It was not refused'),
    (cause: unknown) => cause,
  );
  if (!(error instanceof Problem)) throw error;
  const errors = error.particulars.errors ?? [];
  return {
    code: error.type.code,
    status: error.type.status,
    fields: errors.map(({ field }) => field),
    codes: errors.map(({ code }) => code),
  };
}

async function picture(): Promise<{ name: string; stream: Readable }> {
  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0b5d57' } })
    .png()
    .toBuffer();
  return { name: 'badge.png', stream: Readable.from([png]) };
}
