import type { Messages } from '../../../i18n';
import type { Format } from '../../../i18n/format-for';
import type { Opening, Wait } from './opening';
import { isGroup, type Leaf, type Requirement } from './sequence-courses';

/** What the words need: texts of the language, names of the courses, ways to write dates. */
export interface Speech {
  words: Messages['studio']['rules']['words'];
  titles: ReadonlyMap<string, string>;
  format: Format;
}

export function leafName(leaf: Leaf, { words, titles }: Speech): string {
  return leaf.type === 'project' ? words.projectName : (titles.get(leaf.courseId) ?? words.unknown);
}

/** The whole rule, to stand inside a sentence. */
export function inWords(requirement: Requirement, speech: Speech): string {
  const { words } = speech;
  if (!isGroup(requirement)) return requirement.type === 'project' ? words.project : words.quoted(leafName(requirement, speech));
  const items = requirement.items.map((item) => (isGroup(item) ? `(${inWords(item, speech)})` : inWords(item, speech)));
  switch (requirement.type) {
    case 'in-order':
      return items.join(words.join);
    case 'all-of':
      return words.allOf(items.join(', '));
    case 'at-least':
      return words.atLeast(requirement.count, items.join(', '));
    case 'points':
      return words.points(requirement.points, items.join(', '));
  }
}

/** When somebody who begins may open it. */
export function opensInWords({ waits }: Opening, speech: Speech): string {
  return waits.length === 0 ? speech.words.openNow : waits.map((wait) => waitInWords(wait, speech)).join('; ');
}

function waitInWords(wait: Wait, speech: Speech): string {
  const { words, titles, format } = speech;
  switch (wait.kind) {
    case 'before':
      return words.afterThat(inWords(wait.parts, speech));
    case 'courses':
      return words.afterThat(wait.courseIds.map((id) => words.quoted(titles.get(id) ?? words.unknown)).join(', '));
    case 'days':
      return words.afterDays(wait.days);
    case 'date':
      return words.onDate(Number.isNaN(Date.parse(wait.at)) ? wait.at : format.date(wait.at));
  }
}
