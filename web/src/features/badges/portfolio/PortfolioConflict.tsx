import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Actions } from '../../../ui/Form';
import { Notice } from '../../../ui/Notice';
import type { Badge } from '../queries';
import { arranged, type Portfolio } from './arrange';

interface ConflictProps {
  theirs: Portfolio;
  badges: readonly Badge[];
  choose: (which: 'mine' | 'theirs') => void;
}

/** Saved in another window too: theirs is here, mine is in the form. */
export function PortfolioConflict({ theirs, badges, choose }: ConflictProps) {
  const { conflict } = useMessages('common');
  const { arrange } = useMessages('badges');
  return (
    <Notice tone="warn" title={conflict.title}>
      <p>{conflict.explain}</p>
      <p>{conflict.theirsSays}:</p>
      <blockquote>
        <p>{theirs.title || arrange.untitled}</p>
        <p>{theirs.introduction}</p>
        <ol>
          {arranged(theirs.credentialIds, badges).chosen.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ol>
      </blockquote>
      <Actions>
        <Button look="primary" onPress={() => choose('mine')}>
          {conflict.mine}
        </Button>
        <Button onPress={() => choose('theirs')}>{conflict.theirs}</Button>
      </Actions>
    </Notice>
  );
}
