import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { problemOf } from '../../../api/problem';
import { useMessages } from '../../../i18n';
import { Select } from '../../../ui/fields';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Page';
import { runsQuery, whereaboutsQuery } from '../queries';
import { Workspace } from '../Workspace';
import styles from './learners.module.css';
import { StandingLearners } from './StandingLearners';
import { Stations } from './Stations';

export const learnersRoute = createLazyRoute('/studio/$microCredentialId/learners')({ component: LearnersScreen });

/** Where the learners of a run of this micro-credential are. */
function LearnersScreen() {
  const { microCredentialId } = learnersRoute.useParams();
  const { learners: texts } = useMessages('studio');
  const runs = useQuery(runsQuery(microCredentialId));
  return (
    <Workspace id={microCredentialId}>
      {() => (
        <Loaded query={runs}>
          {({ items: [newest, ...others] }) =>
            newest ? <Run runs={[newest, ...others]} /> : <EmptyState title={texts.noRuns}>{texts.noRunsHint}</EmptyState>
          }
        </Loaded>
      )}
    </Workspace>
  );
}

function Run({ runs }: { runs: readonly [{ id: string; title: string }, ...{ id: string; title: string }[]] }) {
  const { learners: texts } = useMessages('studio');
  const { microCredentialId } = learnersRoute.useParams();
  const { run: offeringId = runs[0].id, at, activity } = learnersRoute.useSearch();
  const navigate = useNavigate();
  const query = useQuery(whereaboutsQuery(offeringId));
  return (
    <div className={styles['learners']}>
      <Select
        label={texts.run}
        value={offeringId}
        choices={runs.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(run) =>
          void navigate({
            to: '/studio/$microCredentialId/learners',
            params: { microCredentialId },
            search: { run },
            replace: true,
          })
        }
      />
      {problemOf(query.error)?.status === 404 ? (
        <EmptyState title={texts.notStaff}>{texts.notStaffHint}</EmptyState>
      ) : (
        <Loaded query={query}>
          {(whereabouts) =>
            whereabouts.learners === 0 ? (
              <EmptyState title={texts.nobody} />
            ) : (
              <>
                <Stations whereabouts={whereabouts} microCredentialId={microCredentialId} run={offeringId} />
                {at && (
                  <StandingLearners
                    key={`${at} ${activity ?? ''}`}
                    offeringId={offeringId}
                    at={at}
                    activityId={activity ?? null}
                    stations={whereabouts.stations}
                  />
                )}
              </>
            )
          }
        </Loaded>
      )}
    </div>
  );
}
