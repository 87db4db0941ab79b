import { formatIn } from '../../../../../platform/http/pages/format.js';
import { isInstant } from '../../../domain/content-predicates.js';
import type { ConditionWords, RequirementWords } from '../../../domain/requirement-words.js';

const { count, day } = formatIn('de');

/** The rule of an edition as one German sentence, such as `Schließen Sie der Reihe nach ab: „Die Shell“, dann das Projekt „Daten“.` */
export function ruleInGerman(words: RequirementWords): string {
  if (words.items.length === 0) return `Schließen Sie ${phrase(words)} ab.`;
  const { title } = words.params;
  return `${title === undefined ? '' : `${title}: `}${demand(words)}: ${joined(words)}.`;
}

function demand({ key, params }: RequirementWords): string {
  if (key === 'in_order') return 'Schließen Sie der Reihe nach ab';
  if (key === 'at_least') return `Schließen Sie ${params.count} von ${params.size} ab`;
  if (key === 'points') return `Erreichen Sie mindestens ${points(Number(params.points))}`;
  return 'Schließen Sie alles ab';
}

function phrase(words: RequirementWords): string {
  const { key, params, items } = words;
  const when = words.conditions.length === 0 ? '' : ` (${words.conditions.map(condition).join('; ')})`;
  if (key === 'course') return `„${params.course}“${when}`;
  if (key === 'project') return `das Projekt „${params.project}“${when}`;
  const rule = lead(words);
  if (params.title === undefined) return `${rule} (${joined({ key, items })})`;
  return `${params.title} (${rule}: ${joined({ key, items })})`;
}

function lead({ key, params }: RequirementWords): string {
  if (key === 'in_order') return 'der Reihe nach';
  if (key === 'at_least') return `${params.count} von ${params.size}`;
  if (key === 'points') return `mindestens ${points(Number(params.points))}`;
  return 'alles davon';
}

function joined({ key, items }: Pick<RequirementWords, 'key' | 'items'>): string {
  const worth = (item: RequirementWords) => (key === 'points' ? ` (${points(Number(item.params.points))})` : '');
  return items.map((item) => `${phrase(item)}${worth(item)}`).join(key === 'in_order' ? ', dann ' : ', ');
}

function condition({ key, params }: ConditionWords): string {
  if (key === 'after_courses') return `nach ${String(params.courses).replaceAll('“', '„').replaceAll('”', '“')}`;
  if (key === 'days_after_start')
    return `öffnet ${count(Number(params.days), { one: '# Tag', other: '# Tage' })} nach Ihrem Beginn`;
  const at = String(params.at);
  return `öffnet am ${isInstant(at) ? day(at) : at}`;
}

function points(value: number): string {
  return count(value, { one: '# Punkt', other: '# Punkte' });
}
