import { useMatches } from '@tanstack/react-router';
import { CircleQuestionMark } from 'lucide-react';
import { type ComponentType, useState } from 'react';
import { loadMessages, useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { ProblemNotice } from '../../ui/ProblemNotice';
import type { HelpDialogProps } from './HelpDialog';

/** The address of a screen that people use; what is missing, and the gallery of components, need no help. */
function usePath(): string | null {
  const id = useMatches({ select: (matches) => matches.at(-1)?.routeId });
  return id === undefined || id === '__root__' || id === '/dev/ui' ? null : id;
}

/** The “?” of a screen: what it is for and what comes next. Words and dialog are loaded when somebody asks. */
export function HelpButton({ screen }: { screen: string }) {
  const { help } = useMessages('common');
  const path = usePath();
  const [isOpen, setIsOpen] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [loaded, setLoaded] = useState<{ Help: ComponentType<HelpDialogProps> } | null>(null);
  if (path === null) return null;
  const open = async () => {
    setProblem(null);
    try {
      const [{ HelpDialog }] = await Promise.all([import('./HelpDialog'), loadMessages('help')]);
      setLoaded({ Help: HelpDialog });
      setIsOpen(true);
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <>
      <Button look="quiet" icon={<CircleQuestionMark aria-hidden />} aria-label={help} onPress={() => void open()} />
      {problem ? <ProblemNotice problem={problem} /> : null}
      {loaded && <loaded.Help path={path} screen={screen} isOpen={isOpen} onClose={() => setIsOpen(false)} />}
    </>
  );
}
