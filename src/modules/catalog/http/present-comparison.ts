import { type CourseChange, isSame, type ItemChange } from '../domain/difference/edition-diff.js';
import type { ListDiff } from '../domain/difference/list-diff.js';
import { overall } from '../domain/difference/rule-changes.js';
import { toldFields } from '../domain/difference/told-changes.js';
import type { ComparedEdition, EditionComparison } from '../use-cases/compare-editions.js';
import type { ComparedEditionView, CourseChangeView, EditionComparisonView, ItemChangeView } from './comparison.dto.js';

export function presentComparison({ from, to, diff, rules }: EditionComparison): EditionComparisonView {
  const titles = new Map([...from.content.courses, ...to.content.courses].map(({ id, title }) => [id, title]));
  return {
    from: presentCompared(from),
    to: presentCompared(to),
    same: isSame(diff),
    strictness: overall(rules),
    rules,
    sequence: diff.sequence && { before: from.content.sequence, after: to.content.sequence },
    courseTitles: [...titles].map(([id, title]) => ({ id, title })),
    details: toldFields(diff.details),
    courses: presentItems(diff.courses, presentCourseParts),
    project: toldFields(diff.project),
    rubric: { fields: toldFields(diff.rubric.fields), criteria: presentItems(diff.rubric.criteria, presentParts) },
  };
}

function presentCompared({ editionId, number, publishedAt }: ComparedEdition): ComparedEditionView {
  return { editionId, number, publishedAt: publishedAt?.toISOString() ?? null };
}

type Parts<View extends ItemChangeView> = Omit<View, 'id' | 'title' | 'changes'>;

/** Only what is not as it was. `parts` of what is new or gone: none, it is named as a whole. */
function presentItems<Item extends { id: string; title: string }, Change extends ItemChange, View extends ItemChangeView>(
  { added, removed, changed, moved, order }: ListDiff<Item, Change>,
  parts: (change: Change | null) => Parts<View>,
): View[] {
  const view = (id: string, title: string, changes: ItemChangeView['changes'], change: Change | null) =>
    ({ id, title, changes, ...parts(change) }) as View;
  const present = order.flatMap((id) => {
    const fresh = added.find(({ item }) => item.id === id);
    if (fresh) return [view(id, fresh.item.title, ['added'], null)];
    const change = changed.find((one) => one.id === id) ?? null;
    const place = moved.find((item) => item.id === id);
    const title = change?.title ?? place?.title;
    if (title === undefined) return [];
    const changes: ItemChangeView['changes'] = [
      ...(change ? (['changed'] as const) : []),
      ...(place ? (['moved'] as const) : []),
    ];
    return [view(id, title, changes, change)];
  });
  return [...present, ...removed.map(({ item }) => view(item.id, item.title, ['removed'], null))];
}

function presentParts(change: ItemChange | null): Parts<ItemChangeView> {
  return { fields: change ? toldFields(change.fields) : [] };
}

function presentCourseParts(change: CourseChange | null): Parts<CourseChangeView> {
  return { ...presentParts(change), activities: change ? presentItems(change.activities, presentParts) : [] };
}
