import { Link } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Page';
import { BadgePicture } from '../BadgePicture';
import type { Badge } from '../queries';
import { arranged, hiddenBecause, moved } from './arrange';
import styles from './portfolio.module.css';
import shared from '../badges.module.css';

interface ChosenProps {
  badges: readonly Badge[];
  ids: readonly string[];
  onChange: (ids: string[]) => void;
}

/** Which badges, and in which order: one place at a time, by mouse, finger and keyboard alike (WCAG 2.2 §2.5.7). */
export function ChosenBadges({ badges, ids, onChange }: ChosenProps) {
  const { arrange: texts } = useMessages('badges');
  const format = useFormat();
  const list = useRef<HTMLOListElement>(null);
  const [told, setTold] = useState('');
  const { chosen, rest } = arranged(ids, badges);
  const known = chosen.map(({ id }) => id);
  const change = (next: string[], words: string) => {
    onChange(next);
    setTold(words);
  };
  const move = ({ id, name }: Badge, by: -1 | 1) => {
    const next = moved(known, id, by);
    change(next, texts.moved(name, format.number(next.indexOf(id) + 1)));
    // A row that moves, and a button that is of no more use at the end, lose the focus.
    requestAnimationFrame(() => {
      const [same, other] = [by, -by].map((way) => list.current?.querySelector<HTMLButtonElement>(`#move-${id}-${way}`));
      (same?.disabled ? other : same)?.focus();
    });
  };
  return (
    <Card title={texts.chosen}>
      {badges.length === 0 ? <p>{texts.empty}</p> : chosen.length === 0 && <p className={shared['quiet']}>{texts.noneChosen}</p>}
      <ol ref={list} className={styles['order']}>
        {chosen.map((badge, index) => (
          <li key={badge.id}>
            <BadgePicture badge={badge} size={48} />
            <ShownName badge={badge} />
            <span className={styles['acts']}>
              <Button
                look="quiet"
                icon={<ArrowUp aria-hidden />}
                aria-label={texts.moveUp(badge.name)}
                id={`move-${badge.id}--1`}
                isDisabled={index === 0}
                onPress={() => move(badge, -1)}
              />
              <Button
                look="quiet"
                icon={<ArrowDown aria-hidden />}
                aria-label={texts.moveDown(badge.name)}
                id={`move-${badge.id}-1`}
                isDisabled={index === chosen.length - 1}
                onPress={() => move(badge, 1)}
              />
              <Button
                look="quiet"
                icon={<X aria-hidden />}
                aria-label={texts.removeOne(badge.name)}
                onPress={() =>
                  change(
                    known.filter((id) => id !== badge.id),
                    texts.removed(badge.name),
                  )
                }
              />
            </span>
          </li>
        ))}
      </ol>
      {rest.length > 0 && (
        <>
          <h3>{texts.rest}</h3>
          <ul className={styles['order']}>
            {rest.map((badge) => (
              <li key={badge.id}>
                <BadgePicture badge={badge} size={48} />
                <ShownName badge={badge} />
                <Button
                  icon={<Plus aria-hidden />}
                  aria-label={texts.addOne(badge.name)}
                  onPress={() => change([...known, badge.id], texts.added(badge.name))}
                >
                  {texts.add}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <span role="status" className={shared['hidden']}>
        {told}
      </span>
    </Card>
  );
}

/** A badge that others will not see on the page says so, with the way to change it. */
function ShownName({ badge }: { badge: Badge }) {
  const { arrange: texts } = useMessages('badges');
  const format = useFormat();
  const reason = hiddenBecause(badge);
  return (
    <span className={styles['name']}>
      {badge.name} <span className={shared['quiet']}>{format.date(badge.awardedAt)}</span>
      {reason && (
        <span className={shared['quiet']}>
          <br />
          {texts[reason]}
          {reason === 'notShown' && (
            <>
              {'. '}
              <Link to="/badges/$badgeId" params={{ badgeId: badge.id }}>
                {texts.makePublic}
              </Link>
            </>
          )}
        </span>
      )}
    </span>
  );
}
