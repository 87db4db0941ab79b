import { queryOptions, useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { api, read } from '../../api/client';
import { useSession } from '../../app/session';
import { useMessages } from '../../i18n';
import { Dialog } from '../../ui/Dialog';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { useSettled } from '../../ui/use-settled';
import { useTakeNext } from '../grading/use-take-next';
import { type Choice, foundGroups, named, screenChoices, stepFrom } from './choices';
import { ChoiceList } from './ChoiceList';
import styles from './finding.module.css';
import { useActs } from './use-acts';

const foundQuery = (q: string) =>
  queryOptions({
    queryKey: ['found', q],
    queryFn: ({ signal }) => read(api.GET('/api/v1/found', { params: { query: { q } }, signal })),
    staleTime: 30_000,
  });

/** One field for everywhere. Stays when it is closed, so that the browser gives the focus back to where it was. */
export default function Palette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { title } = useMessages('finding');
  const { offeringId } = useParams({ strict: false });
  const isGrading = useLocation({ select: ({ pathname }) => pathname.startsWith('/grading/') });
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      {offeringId && isGrading ? <GradingFinder offeringId={offeringId} onClose={onClose} /> : <Finder onClose={onClose} />}
    </Dialog>
  );
}

/** Where work is graded one can also take the next piece of it. */
function GradingFinder({ offeringId, onClose }: { offeringId: string; onClose: () => void }) {
  const { takeNext } = useMessages('grading');
  const next = useTakeNext(offeringId);
  const take = { key: 'take-next', title: takeNext, context: null, to: () => next.mutate(undefined, { onSuccess: onClose }) };
  return <Finder onClose={onClose} here={[take]} problem={next.error} />;
}

interface FinderProps {
  onClose: () => void;
  /** What can be done on this screen only. */
  here?: readonly Choice[];
  problem?: unknown;
}

/** Screens by their names, what one may see by its own, and what one can do. */
function Finder({ onClose, here = [], problem: problemHere = null }: FinderProps) {
  const texts = useMessages('finding');
  const { nav } = useMessages('common');
  const { roles } = useSession();
  const navigate = useNavigate();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const words = typed.trim();
  const q = useSettled(words);
  const query = useQuery({ ...foundQuery(q), enabled: q !== '', placeholderData: (before) => before });
  const screens = screenChoices(roles, words, { nav, screens: texts.screens });
  const found = words === '' ? [] : foundGroups(query.data?.items ?? [], roles);
  const { acts, problem } = useActs(onClose);
  const possible = named([...here, ...acts], words);
  const groups = [{ key: 'screens' as const, choices: screens }, { key: 'acts' as const, choices: possible }, ...found].filter(
    (group) => group.choices.length > 0,
  );
  const choices = groups.flatMap((group) => group.choices);
  const keys = choices.map(({ key }) => key);
  const active = choices.find(({ key }) => key === chosen) ?? choices[0] ?? null;
  const isSettled = words === q && !query.isFetching;

  const go = ({ to }: Choice) => {
    if (typeof to === 'function') {
      to();
      return;
    }
    onClose();
    const { params = {}, search = {} } = to;
    void navigate({ to: to.to, params: params as never, search: search as never });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    if (step) {
      event.preventDefault();
      setChosen(stepFrom(keys, active?.key ?? null, step));
    } else if (event.key === 'Enter' && active && !event.nativeEvent.isComposing) {
      event.preventDefault();
      go(active);
    }
  };
  return (
    <div className={styles['palette']}>
      <label htmlFor={`${id}-field`} className={styles['label']}>
        {texts.label}
      </label>
      <input
        // The browser gives it the focus when the dialog opens.
        ref={(input) => input?.setAttribute('autofocus', '')}
        id={`${id}-field`}
        type="text"
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${id}-${active.key}` : undefined}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        className={styles['field']}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setChosen(null);
        }}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-hint`} className={styles['hint']}>
        {texts.hint}
      </p>
      {[query.error, problem, problemHere].find(Boolean) ? (
        <ProblemNotice problem={query.error ?? problem ?? problemHere} />
      ) : null}
      <p role="status" className={choices.length > 0 ? styles['silent'] : styles['hint']}>
        {isSettled && (choices.length > 0 ? texts.results(choices.length) : texts.nothing(words))}
      </p>
      <ChoiceList id={id} groups={groups} activeKey={active?.key ?? null} onChoose={go} />
    </div>
  );
}
