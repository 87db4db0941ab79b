import { useMessages } from '../../../i18n';
import { Overtaken } from '../../../ui/Overtaken';
import type { Badge } from '../queries';
import { arranged, type Portfolio } from './arrange';

interface ConflictProps {
  theirs: Portfolio;
  badges: readonly Badge[];
  choose: (which: 'mine' | 'theirs') => void;
}

/** Saved in another window too: that version is here, mine is in the form. */
export function PortfolioConflict({ theirs, badges, choose }: ConflictProps) {
  const { arrange } = useMessages('badges');
  const what = (
    <>
      <p>{theirs.title || arrange.untitled}</p>
      <p>{theirs.introduction}</p>
      <ol>
        {arranged(theirs.credentialIds, badges).chosen.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ol>
    </>
  );
  return <Overtaken isOwn theirs={what} onMine={() => choose('mine')} onTheirs={() => choose('theirs')} />;
}
