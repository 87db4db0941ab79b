import type { Edit } from '../kept/use-edit';
import { type Described, differences } from './differences';
import { Facts } from './Facts';
import { Overtaken } from './Overtaken';

interface Props<Value> {
  edit: Pick<Edit<Value>, 'value' | 'theirs' | 'saveMine' | 'takeTheirs'>;
  /** What a version says, in words. */
  describe: (value: Value) => Described;
}

/** Where somebody else was faster: mine stays in the form, and theirs is shown where it differs. */
export function EditConflict<Value>({ edit, describe }: Props<Value>) {
  const { value, theirs, saveMine, takeTheirs } = edit;
  if (theirs === null) return null;
  const facts = differences(describe(value), describe(theirs));
  return <Overtaken theirs={<Facts facts={facts} />} onMine={saveMine} onTheirs={takeTheirs} />;
}
