import { CircleCheck, CircleDot, Circle, FileText, Film, ListChecks, Lock, Mountain, Paperclip } from 'lucide-react';
import { useMessages } from '../../i18n';
import shared from './learning.module.css';

const KINDS = { page: FileText, video: Film, file: Paperclip, quiz: ListChecks, project: Mountain };
const STATES = { completed: CircleCheck, begun: CircleDot, open: Circle, locked: Lock };

export function KindIcon({ kind }: { kind: keyof typeof KINDS }) {
  const Icon = KINDS[kind];
  return <Icon aria-hidden className={shared['icon']} />;
}

/** A picture for the eye and a word for the ear. */
export function StateMark({ state }: { state: keyof typeof STATES }) {
  const { states } = useMessages('learning');
  const Icon = STATES[state];
  return <Icon role="img" aria-label={states[state]} className={shared['icon']} data-state={state} />;
}
