import { Plus } from 'lucide-react';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Card, EmptyState } from '../../../ui/Page';
import { tell } from '../../../ui/toast';
import { NumberInput } from '../document/NumberInput';
import { moved, withChanged, without } from '../document/lists';
import { newPartId, type Rubric } from '../types';
import type { Wrong } from '../quiz/use-wrong';
import { CriterionCard } from './CriterionCard';
import { copyOfCriterion, mostPoints, nextCriterion } from './new-rubric';
import { PassRule } from './PassRule';
import styles from './project.module.css';
import { RubricTrial } from './RubricTrial';

interface RubricBuilderProps {
  rubric: Rubric;
  wrong: Wrong;
  onChange: (change: (rubric: Rubric) => Rubric) => void;
}

export function RubricBuilder({ rubric, wrong, onChange }: RubricBuilderProps) {
  const { rubric: messages, quiz } = useMessages('authoring');
  const { criteria } = rubric;
  const change = (edit: (now: Rubric['criteria']) => Rubric['criteria']) =>
    onChange((now) => ({ ...now, criteria: edit(now.criteria) }));
  const add = () =>
    onChange((now) => {
      const added = { ...now, criteria: [...now.criteria, nextCriterion(now, messages.usualRatings, newPartId)] };
      // Half of all points pass until the author says otherwise.
      return now.criteria.length === 0 && now.passPoints === 0 ? { ...added, passPoints: mostPoints(added) / 2 } : added;
    });
  const error = wrong.at('/rubric/criteria') ?? wrong.at('/rubric');
  return (
    <Card title={messages.title}>
      <p>{messages.lead}</p>
      {criteria.length === 0 ? (
        <EmptyState title={messages.empty}>{messages.emptyHint}</EmptyState>
      ) : (
        <ol className={styles['criteria']}>
          {criteria.map((criterion, index) => (
            <CriterionCard
              key={criterion.id}
              criterion={criterion}
              index={index}
              count={criteria.length}
              wrong={wrong}
              onChange={(edit) => change((now) => withChanged(now, criterion.id, edit))}
              onMove={(to) => change((now) => moved(now, index, to))}
              onCopy={() => change((now) => now.toSpliced(index + 1, 0, copyOfCriterion(criterion, newPartId)))}
              onRemove={() => {
                change((now) => without(now, criterion.id));
                const undo = () => change((now) => now.toSpliced(index, 0, criterion));
                tell(messages.removed, { label: quiz.undo, run: undo });
              }}
            />
          ))}
        </ol>
      )}
      {error && (
        <p className={styles['error']} role="alert">
          {error}
        </p>
      )}
      {criteria.length < 30 && (
        <div>
          <Button icon={<Plus aria-hidden />} onPress={add}>
            {messages.addCriterion}
          </Button>
        </div>
      )}
      {criteria.length > 0 && (
        <>
          <NumberInput
            label={messages.passPoints}
            hint={messages.ofMost(mostPoints(rubric))}
            error={wrong.at('/rubric/passPoints')}
            value={rubric.passPoints}
            min={0}
            max={100_000}
            onChange={(passPoints) => onChange((now) => ({ ...now, passPoints }))}
          />
          <PassRule rubric={rubric} />
          <RubricTrial rubric={rubric} />
        </>
      )}
    </Card>
  );
}
