import { exceedsRenderLimits } from '../../catalog/index.js';
import { parsePackage } from '../material/parse-package.js';
import { Report } from '../material/report.js';
import type { CoursePackage } from '../material/package.js';
import type { PackageFiles } from './package-files.js';

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
    if (bytesLeft < 0) report.add('text-unreadable', path, null, 'the package holds too much text');
    else if (text === null) report.add('text-unreadable', path, null, 'not UTF-8, or longer than 512 KB');
    else if (path.endsWith('.md') && exceedsRenderLimits(text))
      report.add('text-unreadable', path, null, 'too long, or nested too deeply, to be a page');
    else texts.set(path, text);
  }
  return parsePackage({ paths: files.list().map(({ path }) => path), texts }, report);
}
