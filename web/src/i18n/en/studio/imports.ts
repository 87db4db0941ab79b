import { plural } from '../../plural';
import { importCodes } from './import-codes';

const count = plural('en');
const courses = (number: number) => count(number, { one: '# course', other: '# courses' });

export const imports = {
  title: 'Import',
  lead: 'Bring courses along as a package. It is looked through first; nothing is made before you say so.',
  one: 'Package',
  none: 'No packages yet',
  noneHint: 'A package is a zip of Markdown courses, such as an export of Cairn or the lessons of The Carpentries.',
  upload: 'Look through a package',
  file: 'Package',
  fileHint: 'A zip file of up to 200 MB.',
  package: 'Package',
  unreadable: 'Could not be read',
  state: 'State',
  when: 'Uploaded',
  states: { uploaded: 'Uploaded', checked: 'Waiting for you', refused: 'Refused', applied: 'Imported' },
  refused: 'It cannot be imported as it is',
  refusedHint: 'Mend what the report calls an error, and upload it again.',
  checked: 'It can be imported',
  checkedHint: 'All of it is made, or nothing. Warnings say what will look different.',
  apply: (number: number) => `Import ${courses(number)}`,
  applied: (number: number) => `${courses(number)} imported`,
  appliedHint: 'Go on in the outline of a micro-credential, with “Take one that exists”.',
  open: 'Open the micro-credential',
  courses: 'Courses in the package',
  course: 'Course',
  activities: 'Activities',
  time: 'Time',
  nothingFound: 'Nothing was found that you need to know.',
  report: (number: number) => `Report: ${count(number, { one: '# remark', other: '# remarks' })}`,
  show: 'Show',
  all: 'Everything',
  severities: { error: 'Error', warning: 'Warning', info: 'Note' },
  where: 'Where',
  what: 'What',
  line: (line: number) => `line ${line}`,
  codes: importCodes,
};
