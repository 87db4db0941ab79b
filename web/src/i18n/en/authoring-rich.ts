import { plural } from '../plural';

const count = plural('en');

/** The editor that shows a text as it will look. */
export const richWords = {
  blocks: {
    callout: 'Callout',
    note: 'Note',
    warning: 'Warning',
    objectives: 'Objectives',
    questions: 'Questions',
    keypoints: 'Key points',
    prereq: 'Prerequisites',
    discussion: 'Discussion',
    challenge: 'Challenge',
    solution: 'Hidden solution',
    hint: 'Hidden hint',
    spoiler: 'Hidden details',
  },
  pictureMissing: 'Picture missing:',
  slashLabel: 'Blocks',
  slash: (blocks: number) => count(blocks, { one: '# block, arrow keys to choose', other: '# blocks, arrow keys to choose' }),
  apply: 'Apply',
  ask: {
    link: { title: 'Where does the link lead?', label: 'Address', hint: 'Starts with https://. Empty takes the link away.' },
    maths: {
      title: 'Formula',
      label: 'Formula in TeX',
      hint: String.raw`For instance \frac{1}{2} or x^2. Empty takes the formula away.`,
    },
  },
  context: {
    label: (text: string) => `What the caret stands in: ${text}`,
    level: 'Level of the heading',
    levelOf: (level: number) => `Heading ${level}`,
    language: 'Language of the code',
    kind: 'Kind of block',
    unframe: 'Remove the frame',
    indent: 'Indent',
    outdent: 'Outdent',
    task: 'Task',
    done: 'Done',
    addRow: 'Add row',
    addColumn: 'Add column',
    deleteRow: 'Delete row',
    deleteColumn: 'Delete column',
    deleteTable: 'Delete table',
    changeLink: 'Change link',
    unlink: 'Remove link',
    describe: 'Describe picture',
    changeFormula: 'Change formula',
    undo: 'Undo',
    redo: 'Redo',
  },
};
