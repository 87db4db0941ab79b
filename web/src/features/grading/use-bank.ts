import { useSession } from '../../app/session';
import { useMessages } from '../../i18n';
import { useKept } from '../../kept/use-kept';
import { tell } from '../../ui/toast';

export interface Bank {
  texts: readonly string[];
  keep: (text: string) => void;
  remove: (text: string) => void;
}

/** An assessor's own comments for using again, the last kept first. */
export function useBank(): Bank {
  const { bank } = useMessages('grading');
  const { person } = useSession();
  const { value: texts, set } = useKept<readonly string[]>(`grading.bank.${person.id}`, []);
  return {
    texts,
    keep: (text) => {
      const kept = text.trim();
      if (!texts.includes(kept)) set([kept, ...texts]);
      tell(texts.includes(kept) ? bank.known : bank.kept);
    },
    remove: (text) => set(texts.filter((one) => one !== text)),
  };
}
