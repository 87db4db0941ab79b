import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { Actions, Form } from '../../../ui/Form';
import { LinkButton } from '../../../ui/LinkButton';
import { Loaded } from '../../../ui/Loaded';
import { Card, EmptyState } from '../../../ui/Page';
import { SaveStatus } from '../../../ui/SaveStatus';
import { DisputeNotice } from '../draft/DisputeNotice';
import { useDraft } from '../draft/use-draft';
import { type MicroCredential, type Outline, outlineQuery } from '../queries';
import { Workspace } from '../Workspace';
import { GroupEditor } from './GroupEditor';
import { atTheStart } from './opening';
import styles from './rules.module.css';
import { isGroup, type Requirement } from './sequence-courses';
import { type Preset, preset } from './sequence-edit';
import { inWords, leafName, opensInWords, type Speech } from './sequence-words';

export const rulesRoute = createLazyRoute('/studio/$microCredentialId/rules')({ component: RulesScreen });

const FIELDS = ['sequence'] as const;
const PRESETS: readonly Preset[] = ['one-by-one', 'any-order', 'choice'];

function RulesScreen() {
  const { microCredentialId } = rulesRoute.useParams();
  const outline = useQuery(outlineQuery(microCredentialId));
  return (
    <Workspace id={microCredentialId}>
      {(microCredential) => (
        <Loaded query={outline}>
          {({ courses }) => <Rules key={microCredential.id} microCredential={microCredential} courses={courses} />}
        </Loaded>
      )}
    </Workspace>
  );
}

/** What unlocks what: in words, as a form, and as a new learner finds it. */
function Rules({ microCredential, courses }: { microCredential: MicroCredential; courses: Outline['courses'] }) {
  const { rules: texts } = useMessages('studio');
  const format = useFormat();
  const draft = useDraft(microCredential, 'rules', FIELDS);
  const { autosave } = draft;
  const { sequence } = draft.value;
  const titles = new Map(courses.map(({ id, title }) => [id, title]));
  const speech: Speech = { words: texts.words, titles, format };
  const change = (changed: Requirement) => draft.set({ sequence: changed });
  if (courses.length === 0)
    return (
      <EmptyState
        title={texts.empty}
        action={
          <LinkButton to="/studio/$microCredentialId" params={{ microCredentialId: microCredential.id }}>
            {texts.toOutline}
          </LinkButton>
        }
      />
    );
  return (
    <div className={styles['rules']}>
      <Card title={texts.inWords}>
        <p>{texts.sentence(inWords(sequence, speech))}</p>
      </Card>
      <fieldset className={styles['form']} disabled={!microCredential.can.change}>
        <legend className={styles['legend']}>{texts.form}</legend>
        <Card title={texts.form} actions={<SaveStatus state={autosave.state} savedAt={autosave.savedAt} />}>
          <DisputeNotice dispute={draft.dispute} say={(_, theirs) => inWords(theirs.sequence, speech)} onSettle={draft.settle} />
          <Form problem={autosave.error} aria-label={texts.form} onSubmit={() => void autosave.flush().catch(() => undefined)}>
            {microCredential.can.change && (
              <div className={styles['presets']} role="group" aria-label={texts.startFrom}>
                <p>{texts.startFrom}</p>
                <Actions>
                  {PRESETS.map((kind) => (
                    <Button
                      key={kind}
                      onPress={() =>
                        change(
                          preset(
                            kind,
                            courses.map(({ id }) => id),
                          ),
                        )
                      }
                    >
                      {texts.presets[kind]}
                    </Button>
                  ))}
                </Actions>
              </div>
            )}
            <GroupEditor
              root={isGroup(sequence) ? sequence : { type: 'in-order', items: [sequence] }}
              path={[]}
              speech={speech}
              mayChange={microCredential.can.change}
              onChange={change}
            />
          </Form>
        </Card>
      </fieldset>
      <Card title={texts.simulation}>
        <p className={styles['quiet']}>{texts.simulationExplain}</p>
        <ul className={styles['openings']}>
          {atTheStart(sequence).map((opening, index) => (
            // A tree that is being made may hold a course twice.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <b>{leafName(opening.leaf, speech)}</b>
              <span className={styles['quiet']}>{opensInWords(opening, speech)}</span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
