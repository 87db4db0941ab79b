import { useState } from 'react';
import { useMessages } from '../../i18n';
import { Chip, type Tone } from '../../ui/Notice';
import { offeringState, type OfferingState } from './offering-state';
import type { Offering } from './queries';

const TONES: Record<OfferingState, Tone> = { open: 'good', running: 'good', planned: 'plain', over: 'plain', cancelled: 'bad' };

export function OfferingChip({ offering }: { offering: Offering }) {
  const { offerings } = useMessages('office');
  const [now] = useState(() => new Date());
  const state = offeringState(offering, now);
  return <Chip tone={TONES[state]}>{offerings.states[state]}</Chip>;
}
