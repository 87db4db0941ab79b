export { loadPackage } from './load-package.js';
export {
  type ArchiveProblem,
  type ArchiveProblemCode,
  type PackageFile,
  type PackageFiles,
  type ReadPackageResult,
} from './package-files.js';
export { readPackageFolder } from './read-folder.js';
export { readPackageZip } from './read-zip.js';
