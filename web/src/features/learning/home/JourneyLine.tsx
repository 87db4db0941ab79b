import { Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Chip } from '../../../ui/Notice';
import type { MyJourney } from './home-order';
import shared from '../learning.module.css';

/** A place that is not running: completed, waited for, or over. */
export function JourneyLine({ journey: { enrollmentId, title, offeringTitle, state, progress } }: { journey: MyJourney }) {
  const { home } = useMessages('learning');
  const format = useFormat();
  const explained = state === 'waitlisted' ? home.waitlisted : state === 'expired' ? home.expired : null;
  return (
    <li className={shared['between']}>
      <span>
        <Link to="/learning/$enrollmentId" params={{ enrollmentId }}>
          {title}
        </Link>{' '}
        <span className={shared['quiet']}>
          {offeringTitle} · {format.percent(progress.share)}
        </span>
        {explained && <span className={shared['quiet']}> · {explained}</span>}
      </span>
      <Chip tone={state === 'completed' ? 'good' : 'plain'}>{home.placeStates[state]}</Chip>
    </li>
  );
}
