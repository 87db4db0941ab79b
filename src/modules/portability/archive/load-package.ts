import { exceedsRenderLimits } from '../../catalog/index.js';
import { parsePackage } from '../material/parse-package.js';
import { Report } from '../material/report.js';
import type { CoursePackage } from '../material/package.js';
import type { PackageFiles } from './package-files.js';
import { say } from '../material/remarks.js';

/** Text that all pages and configurations of a package may have together. Forty courses of the longest kind we know. */
const MAX_ALL_TEXT_BYTES = 16 * 1024 * 1024;

const TEXT_FILE = /(?:\.(?:md|yaml)|(?:^|\/)AUTHORS)$/;
const DATA_FOLDER = /(?:^|\/)(?:data|files|fig)\//;

/** Reads the texts of a checked package and makes courses of them. */
export async function loadPackage(files: PackageFiles): Promise<CoursePackage> {
  const report = new Report();
  const texts = new Map<string, string>();
  let bytesLeft = MAX_ALL_TEXT_BYTES;
  for (const { path, bytes } of files.list()) {
    if (!TEXT_FILE.test(path) || DATA_FOLDER.test(path)) continue;
    bytesLeft -= bytes;
    const text = bytesLeft < 0 ? null : await files.readText(path);
    if (bytesLeft < 0) report.add('text-unreadable', path, null, ...say('too-much-text'));
    else if (text === null) report.add('text-unreadable', path, null, ...say('not-utf-8'));
    else if (path.endsWith('.md') && exceedsRenderLimits(text))
      report.add('text-unreadable', path, null, ...say('too-long-for-page'));
    else texts.set(path, text);
  }
  return parsePackage({ paths: files.list().map(({ path }) => path), texts }, report);
}
