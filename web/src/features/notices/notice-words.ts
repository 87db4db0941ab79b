import type { Messages } from '../../i18n';
import type { Format } from '../../i18n/format-for';

interface Told {
  kind: keyof Messages['notices']['kinds'];
  microCredential: string | null;
  offering: string | null;
  particulars: Record<string, unknown>;
}

/** What happened, in one sentence. What a newer server says that we do not know yet is called by its kind. */
export function noticeWords(
  { kind, microCredential, offering, particulars }: Told,
  texts: Messages['notices'],
  format: Format,
): string {
  const title = microCredential ?? '';
  const general = texts.kinds[kind];
  switch (kind) {
    case 'feedback': {
      const { verdict } = particulars;
      return isOneOf(texts.verdicts, verdict) ? texts.verdicts[verdict](title) : general;
    }
    case 'deadline_near': {
      const { dueAt } = particulars;
      return typeof dueAt === 'string' ? texts.deadline(title, format.dateTime(dueAt)) : general;
    }
    case 'badge_issued':
      return microCredential === null ? general : texts.badge(microCredential);
    case 'correction_decided': {
      const { decision } = particulars;
      return isOneOf(texts.corrections, decision) ? texts.corrections[decision] : general;
    }
    case 'reminder':
      return microCredential === null ? general : texts.reminder(microCredential);
    case 'place_moved':
      return offering === null ? general : texts.moved(offering);
    case 'grading_waiting':
      return offering === null ? general : texts.grading(offering);
    case 'import_finished': {
      const { courses } = particulars;
      return typeof courses === 'number' ? texts.imported(courses) : general;
    }
    default:
      return general;
  }
}

function isOneOf<Texts extends object>(texts: Texts, name: unknown): name is keyof Texts {
  return typeof name === 'string' && Object.hasOwn(texts, name);
}
