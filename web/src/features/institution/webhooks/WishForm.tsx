import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Checkbox, Group, TextField } from '../../../ui/fields';
import { Actions, Form } from '../../../ui/Form';
import { Loaded } from '../../../ui/Loaded';
import { Notice } from '../../../ui/Notice';
import { type Endpoint, eventTypesQuery } from './queries';
import styles from './webhooks.module.css';

/** What can be said of an endpoint. */
export type Wish = Pick<Endpoint, 'url' | 'description' | 'eventTypes'>;

interface FormProps {
  wish: Wish;
  onChange: (wish: Wish) => void;
  problem: unknown;
  onSubmit: () => void;
  isPending: boolean;
  act: string;
  onClose: () => void;
  /** What stands above the fields. */
  children?: ReactNode;
}

/** Where messages go, what for, and which. */
export function WishForm({ wish, onChange, problem, onSubmit, isPending, act, onClose, children }: FormProps) {
  const { webhooks } = useMessages('operations');
  const { cancel } = useMessages('common');
  const [isTried, setTried] = useState(false);
  const { url, description, eventTypes } = wish;
  return (
    <Form
      problem={problem}
      onSubmit={() => {
        setTried(true);
        if (eventTypes.length > 0) onSubmit();
      }}
    >
      {children}
      <TextField
        label={webhooks.url}
        hint={webhooks.urlHint}
        name="url"
        type="url"
        required
        maxLength={2_000}
        value={url}
        onChange={(text) => onChange({ ...wish, url: text })}
      />
      <TextField
        label={webhooks.description}
        name="description"
        isOptional
        maxLength={200}
        value={description}
        onChange={(text) => onChange({ ...wish, description: text })}
      />
      <Events
        chosen={eventTypes}
        onChange={(chosen) => onChange({ ...wish, eventTypes: chosen.toSorted() })}
        isMissing={isTried && eventTypes.length === 0}
      />
      <Actions>
        <Button type="submit" look="primary" isPending={isPending}>
          {act}
        </Button>
        <Button onPress={onClose}>{cancel}</Button>
      </Actions>
    </Form>
  );
}

interface EventsProps {
  chosen: Wish['eventTypes'];
  onChange: (chosen: Wish['eventTypes']) => void;
  isMissing: boolean;
}

function Events({ chosen, onChange, isMissing }: EventsProps) {
  const { webhooks } = useMessages('operations');
  const { events } = useMessages('audit');
  const query = useQuery(eventTypesQuery);
  return (
    <Group label={webhooks.events}>
      {isMissing && <Notice tone="bad">{webhooks.eventsMissing}</Notice>}
      <Loaded query={query}>
        {({ items }) => (
          <div className={styles['events']}>
            {items.map(({ type }) => (
              <Checkbox
                key={type}
                label={events[type] ?? type}
                hint={<code>{type}</code>}
                value={chosen.includes(type)}
                onChange={(isChosen) => onChange(isChosen ? [...chosen, type] : chosen.filter((one) => one !== type))}
              />
            ))}
          </div>
        )}
      </Loaded>
    </Group>
  );
}
