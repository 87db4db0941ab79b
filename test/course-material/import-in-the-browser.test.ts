import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { zipFolder } from '../../demo/zip-folder.js';
import { courseMaterial, LESSONS } from '../support/course-material.js';
import { startWebWorld, type WebWorld } from '../support/web-world.js';

const MINUTES = 180_000;
const LESSON = 'The Unix Shell';

describe('An author who brings real lessons along, in the browser', () => {
  let web: WebWorld;
  let page: Page;
  let archive: Buffer;

  beforeAll(async () => {
    archive = await zipFolder(courseMaterial());
    web = await startWebWorld();
    page = await web.visit(web.world.ines, '/app/studio/imports');
  }, MINUTES);
  afterAll(() => web?.close());

  it(
    'reads what would become of them, and has them made',
    async () => {
      await page.setInputFiles('input[type=file]', { name: 'carpentries.zip', mimeType: 'application/zip', buffer: archive });
      await page.getByText('It can be imported').waitFor();
      await page.getByRole('table', { name: 'Courses in the package' }).getByRole('row', { name: LESSON }).waitFor();
      expect(await web.look(page, 'import-report')).toEqual([]);
      await page.getByRole('button', { name: `Import ${Object.keys(LESSONS).length} courses` }).click();
      await page
        .getByText(`${Object.keys(LESSONS).length} courses imported`)
        .first()
        .waitFor();
    },
    MINUTES,
  );

  it(
    'takes one into a micro-credential, and sees its pages as learners will',
    async () => {
      await page.goto('/app/studio');
      await page.getByRole('button', { name: 'New micro-credential' }).click();
      await page.getByLabel('Title', { exact: false }).fill('Tools of the trade');
      await page.getByRole('button', { name: 'Create and lay out' }).click();
      await page.getByRole('button', { name: 'Take one that exists' }).click();
      await page.getByRole('button', { name: new RegExp(LESSON) }).click();
      await page.getByText(`Course 1: ${LESSON}`).waitFor();
      await page.getByRole('link', { name: 'Navigating Files and Directories', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Navigating Files and Directories' }).waitFor();
      await page.getByText('print working directory').first().waitFor();
      expect(await web.look(page, 'import-page')).toEqual([]);
    },
    MINUTES,
  );
});
