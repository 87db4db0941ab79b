// Whoever develops reads English: these texts are not translated.
import { createLazyRoute } from '@tanstack/react-router';
import { Page } from '../../ui/Page';
import { ButtonStates } from './ButtonStates';
import { FieldStates } from './FieldStates';
import { ListStates } from './ListStates';
import { StateStates } from './StateStates';
import { ThingStates } from './ThingStates';

export const galleryRoute = createLazyRoute('/dev/ui')({ component: GalleryScreen });

/** Every component in every state, to look at and to point axe at. */
function GalleryScreen() {
  return (
    <Page title="Components" lead="Each in each of its states." crumbs={[{ label: 'Start', to: '/' }]}>
      <ButtonStates />
      <FieldStates />
      <StateStates />
      <ThingStates />
      <ListStates />
    </Page>
  );
}
