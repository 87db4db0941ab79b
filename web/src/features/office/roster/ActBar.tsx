import { useState } from 'react';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { Actions } from '../../../ui/Form';
import { ExternalLinkButton } from '../../../ui/LinkButton';
import { type Chosen, isNobody, NOBODY } from './chosen';
import { PlanAct } from './PlanAct';
import { PlanReminder } from './PlanReminder';
import type { EnrollmentAct, RosterFilter } from './queries';

interface Props {
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
  filter: RosterFilter;
  counted: View<'RosterCountView'> | undefined;
}

const MOST_IDS_IN_ADDRESS = 200;

/** What can be done with those chosen, or with all that the filters find. */
export function ActBar({ chosen, onChoose, filter, counted }: Props) {
  const texts = useMessages('roster');
  const format = useFormat();
  const [kind, setKind] = useState<EnrollmentAct['kind'] | null>(null);
  const all = counted && texts.selectAll(format.number(counted.count), counted.isMore);
  const nobody = isNobody(chosen);
  const ids = 'ids' in chosen ? [...chosen.ids] : [];
  const words = 'all' in chosen ? texts.allSelected : texts.selected(ids.length);
  return (
    <Actions>
      <span role="status">{!nobody && words}</span>
      {'ids' in chosen && all && <Button onPress={() => onChoose({ all: true })}>{all}</Button>}
      {!nobody && (
        <>
          <Button onPress={() => setKind('extend')}>{texts.kinds.extend}</Button>
          <Button onPress={() => setKind('transfer')}>{texts.kinds.transfer}</Button>
          <Button onPress={() => setKind('remind')}>{texts.kinds.remind}</Button>
          <Button look="danger" onPress={() => setKind('withdraw')}>
            {texts.kinds.withdraw}
          </Button>
        </>
      )}
      {ids.length <= MOST_IDS_IN_ADDRESS && (
        <ExternalLinkButton href={csvAddress(filter, ids)} download>
          {nobody || 'all' in chosen ? texts.csvAll : texts.csvSelected}
        </ExternalLinkButton>
      )}
      {!nobody && (
        <Button look="quiet" onPress={() => onChoose(NOBODY)}>
          {texts.clear}
        </Button>
      )}
      {kind === 'remind' && <PlanReminder chosen={chosen} filter={filter} onClose={() => setKind(null)} />}
      {kind && kind !== 'remind' && <PlanAct kind={kind} chosen={chosen} filter={filter} onClose={() => setKind(null)} />}
    </Actions>
  );
}

function csvAddress(filter: RosterFilter, ids: readonly string[]): string {
  const told = Object.entries(filter).map(([name, value]) => [name, String(value)]);
  const query = new URLSearchParams([...told, ...(ids.length > 0 ? [['ids', ids.join()]] : [])]);
  return `/api/v1/roster.csv?${query}`;
}
