import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { TextArea } from '../../ui/fields';
import { Card } from '../../ui/Page';
import { BankMenu } from './BankMenu';
import { Criterion } from './Criterion';
import styles from './grading.module.css';
import { noteOf, type Notes, withNote } from './notes';
import { useBank } from './use-bank';
import { useShortcuts } from './use-shortcuts';

interface Props {
  /** Whose comment bank is offered. */
  offeringId: string;
  rubric: View<'RubricView'>;
  notes: Notes;
  onChange: (notes: Notes) => void;
  /** The verdict of the attempt before. */
  before: View<'VerdictView'> | undefined;
  isDisabled?: boolean;
  keysAreOn: boolean;
}

/** Rates, comments and sums up, by pointer or by keys alone. */
export function RubricForm({ offeringId, rubric, notes, onChange, before, isDisabled = false, keysAreOn }: Props) {
  const messages = useMessages('grading');
  const bank = useBank(offeringId);
  const [current, setCurrent] = useState(0);
  const [commenting, setCommenting] = useState<string | null>(null);
  const element = useRef<HTMLDivElement>(null);

  const card = (index: number) => element.current?.querySelectorAll('[data-criterion]')[index];
  const goTo = (index: number) => {
    const target = card(index)?.querySelector<HTMLInputElement>('input:checked') ?? card(index)?.querySelector('input');
    target?.focus();
  };
  const rate = (place: number) => {
    const criterion = rubric.criteria[current];
    const rating = criterion?.ratings[place - 1];
    if (!criterion || !rating) return false;
    onChange(withNote(notes, criterion.id, { ratingId: rating.id }));
    card(current)?.querySelectorAll('input')[place - 1]?.focus();
    return true;
  };
  const move = (by: number) => {
    if (!document.activeElement?.closest('[data-criterion]')) return false;
    goTo(Math.min(Math.max(current + by, 0), rubric.criteria.length - 1));
    return true;
  };
  const comment = (criterionId: string | undefined) => {
    setCommenting(criterionId ?? null);
    card(current)?.querySelector('textarea')?.focus();
  };
  // A field that was asked for is where one goes on.
  useEffect(() => {
    if (commenting !== null) element.current?.querySelector<HTMLElement>('[data-commenting] textarea')?.focus();
  }, [commenting]);

  // Who has just taken the attempt begins to rate it.
  const wasDisabled = useRef(isDisabled);
  useEffect(() => {
    if (wasDisabled.current && !isDisabled) element.current?.querySelector('input')?.focus();
    wasDisabled.current = isDisabled;
  }, [isDisabled]);

  const digits = Array.from({ length: 9 }, (_, index) => [String(index + 1), () => rate(index + 1)] as const);
  useShortcuts(
    {
      ...Object.fromEntries(digits),
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      r: () => goTo(current),
      c: () => comment(rubric.criteria[current]?.id),
      f: () => element.current?.querySelector<HTMLElement>('[data-feedback] textarea')?.focus(),
    },
    keysAreOn && !isDisabled,
  );
  const leaveField = (event: KeyboardEvent) => {
    if (!keysAreOn || event.key !== 'Escape' || !(event.target instanceof HTMLTextAreaElement)) return;
    goTo(current);
  };

  return (
    <Card title={messages.rubric.title}>
      {/* Only follows what happens to the fields inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={element} onKeyDown={leaveField}>
        <fieldset disabled={isDisabled} className={styles['rubric']}>
          {rubric.criteria.map((criterion, index) => (
            <div key={criterion.id} data-commenting={commenting === criterion.id ? true : undefined}>
              <Criterion
                criterion={criterion}
                note={noteOf(notes, criterion.id)}
                onChange={(change) => onChange(withNote(notes, criterion.id, change))}
                before={before?.ratings.find(({ criterionId }) => criterionId === criterion.id)}
                bank={bank}
                isCurrent={index === current && !isDisabled}
                onFocus={() => setCurrent(index)}
                isDisabled={isDisabled}
                isCommenting={commenting === criterion.id}
                onComment={() => setCommenting(criterion.id)}
              />
            </div>
          ))}
          <div data-feedback>
            <TextArea
              label={messages.feedback.label}
              hint={messages.feedback.hint}
              maxLength={20_000}
              value={notes.feedback}
              onChange={(feedback) => onChange({ ...notes, feedback })}
            />
            {!isDisabled && (
              <BankMenu
                bank={bank}
                criterionId={null}
                label={messages.feedback.label}
                text={notes.feedback}
                onChange={(feedback) => onChange({ ...notes, feedback })}
              />
            )}
          </div>
        </fieldset>
      </div>
    </Card>
  );
}
