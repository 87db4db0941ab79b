/** What an edition asks for, as far as this checks it. */
export interface SequenceItem {
  type: string;
  courseId?: string;
  count?: number;
  points?: number;
  weights?: Record<string, number>;
  items?: SequenceItem[];
}

/** Whether these courses satisfy the sequence, leaving the project out; `null` for a part that holds nothing but the project. */
export function satisfies(item: SequenceItem, done: ReadonlySet<string>): boolean | null {
  if (item.type === 'project') return null;
  if (item.type === 'course') return item.courseId !== undefined && done.has(item.courseId);
  const items = item.items ?? [];
  const judged = items.map((inner) => ({ inner, met: satisfies(inner, done) })).filter(({ met }) => met !== null);
  if (judged.length === 0) return null;
  const met = judged.filter((part) => part.met);
  switch (item.type) {
    case 'in-order':
    case 'all-of':
      return met.length === judged.length;
    case 'at-least':
      // A project among the items counts as one of them.
      return met.length >= (item.count ?? items.length) - (items.length - judged.length);
    case 'points':
      return (
        pointsOf(
          met.map(({ inner }) => inner),
          item.weights ?? {},
        ) >=
        (item.points ?? 0) - 1e-9
      );
    default:
      throw new Error(`the sequence holds ${JSON.stringify(item.type)}, which is unknown here`);
  }
}

function pointsOf(items: SequenceItem[], weights: Record<string, number>): number {
  return items.reduce((sum, { courseId }) => sum + (courseId === undefined ? 0 : (weights[courseId] ?? 0)), 0);
}
