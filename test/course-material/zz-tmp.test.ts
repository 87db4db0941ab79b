import { it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { zipFolder } from '../../demo/zip-folder.js';
import { loadPackage, readPackageZip } from '../../src/modules/portability/archive/read-package.js';
import { checkAssets } from '../../src/modules/portability/use-cases/check-assets.js';
import { courseMaterial } from '../support/course-material.js';
it('times', async () => {
  const t = () => process.stderr.write(`${Math.round(performance.now())} `);
  t();
  const zip = await zipFolder(courseMaterial()); t();
  await writeFile('/tmp/imp/x.zip', zip);
  const opened = await readPackageZip('/tmp/imp/x.zip'); t();
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const material = await loadPackage(opened.files); t();
  for (const { path, bytes } of opened.files.list().filter((f) => f.bytes > 65536)) process.stderr.write(`${path} ${bytes}\n`);
  const lines = await checkAssets(opened.files, material); t();
  process.stderr.write(JSON.stringify(lines));
  await opened.files.close();
}, 120000);
