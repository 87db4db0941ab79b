import type { Alignment, AwardTerms, Level, Skill, Workload } from '../../../catalog/index.js';
import type { PackageMicroCredential, PackageTexts } from '../package.js';
import { noteIn, type Note, type Report } from '../report.js';
import type { Fields } from '../yaml/fields.js';
import { openYaml } from '../yaml/open-yaml.js';
import { readMarking, readProject, readRubric } from './read-project.js';
import { readSequence } from './read-sequence.js';
import { say } from '../remarks.js';

const SUPERVISIONS = ['unsupervised', 'supervised', 'supervised-online', 'onsite-with-identity-check'] as const;

/**
 * Reads micro-credential.yaml; `null` if it cannot be read at all. Fields are those of the catalogue's draft;
 * `description`, `criteria` and the project's `brief` may name a Markdown file of the package instead of holding the text.
 * @param root path of the file's folder, empty or ending in `/`
 */
export function readMicroCredential(root: string, source: PackageTexts, report: Report): PackageMicroCredential | null {
  const file = `${root}micro-credential.yaml`;
  const note = noteIn(report, file);
  const fields = openYaml(source.texts.get(file) ?? '', note);
  if (!fields) return null;

  const textOrFile = (place: Fields, name: string): string => {
    const value = place.text(name, '');
    if (!/^[^\s]+\.md$/.test(value)) return value;
    const text = source.texts.get(root + value);
    if (text === undefined) note('file-missing', place.line(name), value);
    return text ?? '';
  };
  const courseKeys = fields.texts('courses');
  const badgeImage = fields.text('badgeImage', '');
  if (badgeImage && !source.paths.includes(root + badgeImage)) note('file-missing', fields.line('badgeImage'), badgeImage);

  const microCredential: PackageMicroCredential = {
    title: fields.text('title'),
    summary: fields.text('summary', ''),
    description: textOrFile(fields, 'description'),
    outcomes: fields.texts('outcomes'),
    skills: fields.groups('skills').map(readSkill),
    level: readLevel(fields.group('level')),
    workload: readWorkload(fields.group('workload')),
    language: fields.text('language', 'en'),
    deliveryMode: fields.choice('deliveryMode', ['online', 'blended', 'onsite'], 'online'),
    qualityAssurance: fields.text('qualityAssurance', ''),
    prerequisites: fields.text('prerequisites', ''),
    criteria: textOrFile(fields, 'criteria'),
    badgeImage: badgeImage ? root + badgeImage : null,
    ...readAwardTerms(fields.group('awardTerms'), note),
    courseKeys,
    sequence: readSequence(fields, courseKeys, note),
    project: readProject(fields, textOrFile),
    rubric: readRubric(fields),
    marking: readMarking(fields),
  };
  fields.close();
  return microCredential;
}

function readSkill(fields: Fields): Skill {
  const skill = { name: fields.draftText('name'), alignment: readAlignment(fields.group('alignment')) };
  fields.close();
  return skill;
}

function readAlignment(fields: Fields | null): Alignment | null {
  if (!fields) return null;
  const alignment = {
    targetName: fields.draftText('targetName'),
    targetUrl: fields.text('targetUrl'),
    targetFramework: fields.text('targetFramework', ''),
    targetCode: fields.text('targetCode', ''),
    targetType: fields.text('targetType', ''),
  };
  fields.close();
  return alignment;
}

function readLevel(fields: Fields | null): Level | null {
  if (!fields) return null;
  const level = { framework: fields.choice('framework', ['EQF', 'local']), value: fields.draftText('value') };
  fields.close();
  return level;
}

function readAwardTerms(fields: Fields | null, note: Note): { awardTerms?: AwardTerms } {
  if (!fields) return {};
  const qualityAssuranceUrl = fields.text('qualityAssuranceUrl', '');
  if (qualityAssuranceUrl && !/^https?:\/\//.test(qualityAssuranceUrl))
    note('field-malformed', fields.line('qualityAssuranceUrl'), ...say('must-be-address', { name: 'qualityAssuranceUrl' }));
  const awardTerms: AwardTerms = {
    validityMonths: fields.numberOrNull('validityMonths', { min: 1, max: 600, whole: true }),
    renewable: fields.flag('renewable', false),
    supervision: fields.text('supervision', '') === '' ? null : fields.choice('supervision', SUPERVISIONS),
    qualityAssuranceUrl: qualityAssuranceUrl || null,
    stackability: fields.text('stackability', ''),
  };
  fields.close();
  return { awardTerms };
}

function readWorkload(fields: Fields | null): Workload {
  const workload = {
    hours: fields?.number('hours', 0) ?? 0,
    ects: fields?.numberOrNull('ects') ?? null,
    ceu: fields?.numberOrNull('ceu') ?? null,
  };
  fields?.close();
  return workload;
}
