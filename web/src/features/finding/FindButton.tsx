import { Search } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { loadMessages, useMessages } from '../../i18n';
import { Button } from '../../ui/Button';

const Palette = lazy(async () => {
  const [palette] = await Promise.all([import('./Palette'), loadMessages('finding')]);
  return palette;
});

/** Opens the field that leads everywhere, as Ctrl+K or ⌘K does. */
export function FindButton() {
  const { find } = useMessages('common');
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  if (isOpen && !wasOpened) setWasOpened(true);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented } = event;
      if (key.toLowerCase() !== 'k' || ctrlKey === metaKey || altKey || shiftKey || defaultPrevented) return;
      // Above another dialog there is nowhere to go.
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      setIsOpen(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <Button
        look="quiet"
        icon={<Search aria-hidden />}
        aria-label={find}
        title={`${find} (Ctrl+K)`}
        aria-keyshortcuts="Control+K Meta+K"
        onPress={() => setIsOpen(true)}
      />
      {wasOpened && (
        <Suspense fallback={null}>
          <Palette isOpen={isOpen} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
