import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, read, type View } from '../../api/client';
import { sessionQuery } from '../../api/queries';
import { LOCALES, useMessages } from '../../i18n';
import { useKept } from '../../kept/use-kept';
import { Button } from '../../ui/Button';
import { Select, TextField } from '../../ui/fields';
import { Actions, Form, Row } from '../../ui/Form';
import { Notice } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import { tell } from '../../ui/toast';
import { withOwn } from './with-own';

type Person = View<'PersonView'>;

/** How a person is called and addressed. */
export function DetailsForm({ person }: { person: Person }) {
  const { you } = useMessages('account');
  const { save } = useMessages('common');
  const queries = useQueryClient();
  const { name, locale, timeZone } = person;
  const kept = useKept(`account.${person.id}`, { name, locale, timeZone });
  const change = useMutation({
    mutationFn: () => read(api.PATCH('/api/v1/me', { body: changed(kept.value, person) })),
    onSuccess: async (saved) => {
      kept.forget({ name: saved.name, locale: saved.locale, timeZone: saved.timeZone });
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      tell(you.saved);
    },
  });
  const field = (key: 'name' | 'locale' | 'timeZone') => ({
    name: key,
    value: kept.value[key],
    onChange: (value: string) => kept.set({ ...kept.value, [key]: value }),
  });
  const deviceZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const languages = Object.entries(LOCALES).map(([value, label]) => ({ value, label }));
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  return (
    <Card title={you.title}>
      <Form problem={change.error} onSubmit={() => change.mutate()}>
        <TextField label={you.name} hint={you.nameHint} required autoComplete="name" {...field('name')} />
        <Row>
          <Select label={you.locale} hint={you.localeHint} choices={withOwn(languages, locale)} {...field('locale')} />
          <Select label={you.timeZone} hint={you.timeZoneHint} choices={withOwn(zones, timeZone)} {...field('timeZone')} />
        </Row>
        {deviceZone !== kept.value.timeZone && (
          <Notice>
            <p>{you.deviceZone(deviceZone.replaceAll('_', ' '))}</p>
            <Actions>
              <Button onPress={() => kept.set({ ...kept.value, timeZone: deviceZone })}>{you.takeZone}</Button>
            </Actions>
          </Notice>
        )}
        <Actions>
          <Button type="submit" look="primary" isPending={change.isPending}>
            {save}
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}

/** What another window has changed meanwhile stays as it is. */
function changed(typed: View<'DescribeMeDto'>, person: Person): View<'DescribeMeDto'> {
  return Object.fromEntries(Object.entries(typed).filter(([key, value]) => value !== person[key as keyof Person]));
}
