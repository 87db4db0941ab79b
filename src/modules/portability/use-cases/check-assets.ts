import type { Readable } from 'node:stream';
import { Problem } from '../../../platform/http/problem.js';
import { HEAD_BYTES, recogniseMediaType } from '../../../platform/storage/recognise-media-type.js';
import { badgePicture } from '../../catalog/index.js';
import type { PackageFiles } from '../archive/read-package.js';
import type { CoursePackage, ReportLine } from '../material/package.js';
import { Report } from '../material/report.js';
import { say } from '../material/remarks.js';

/** What would keep files of a package from being stored: said of each by its path, before anything is stored. */
export async function checkAssets(files: PackageFiles, { courses, microCredential }: CoursePackage): Promise<ReportLine[]> {
  const report = new Report();
  for (const path of new Set(courses.flatMap(({ assets }) => assets.map((asset) => asset.path)))) {
    await checkType(path, await files.openStream(path), report);
  }
  const badge = microCredential?.badgeImage ?? null;
  if (badge !== null && files.list().some(({ path }) => path === badge))
    await checkBadge(badge, await files.openStream(badge), report);
  return report.lines;
}

async function checkType(path: string, stream: Readable, report: Report): Promise<void> {
  const head = await headOf(stream);
  if (head.length === 0) return report.add('file-empty', path, null, ...say('fill-or-leave-out'));
  const recognised = await recogniseMediaType(head, path);
  if (recognised.ok) return;
  const { expected, looksLike: seen } = recognised;
  const said = seen ? say('looks-like', { expected, seen }) : say('looks-like-other', { expected });
  report.add('file-mismatched', path, null, ...said);
}

async function checkBadge(path: string, stream: Readable, report: Report): Promise<void> {
  try {
    await badgePicture({ name: path, stream });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    report.add('picture-unreadable', path, null, error.message);
  }
}

async function headOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    // Leaving the loop destroys the stream.
    if (bytes >= HEAD_BYTES) break;
  }
  return Buffer.concat(chunks);
}
