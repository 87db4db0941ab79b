import type { richWords as english } from '../en/authoring-rich';
import { plural } from '../plural';

const count = plural('de');

export const richWords: typeof english = {
  blocks: {
    callout: 'Hervorhebung',
    note: 'Hinweis',
    warning: 'Warnung',
    objectives: 'Lernziele',
    questions: 'Fragen',
    keypoints: 'Kernpunkte',
    prereq: 'Voraussetzungen',
    discussion: 'Diskussion',
    challenge: 'Aufgabe',
    solution: 'Verdeckte Lösung',
    hint: 'Verdeckter Tipp',
    spoiler: 'Verdeckte Einzelheiten',
  },
  pictureMissing: 'Bild fehlt:',
  slashLabel: 'Blöcke',
  slash: (blocks) => count(blocks, { one: '# Block, Pfeiltasten zum Wählen', other: '# Blöcke, Pfeiltasten zum Wählen' }),
  apply: 'Übernehmen',
  ask: {
    link: { title: 'Wohin führt der Link?', label: 'Adresse', hint: 'Beginnt mit https://. Leer entfernt den Link.' },
    maths: { title: 'Formel', label: 'Formel in TeX', hint: String.raw`Etwa \frac{1}{2} oder x^2. Leer entfernt die Formel.` },
  },
  context: {
    label: (text) => `Worin die Schreibmarke steht: ${text}`,
    level: 'Ebene der Überschrift',
    levelOf: (level) => `Überschrift ${level}`,
    language: 'Sprache des Codes',
    kind: 'Art des Blocks',
    unframe: 'Rahmen entfernen',
    indent: 'Einrücken',
    outdent: 'Ausrücken',
    task: 'Aufgabe',
    done: 'Erledigt',
    addRow: 'Zeile hinzufügen',
    addColumn: 'Spalte hinzufügen',
    deleteRow: 'Zeile löschen',
    deleteColumn: 'Spalte löschen',
    deleteTable: 'Tabelle löschen',
    changeLink: 'Link ändern',
    unlink: 'Link entfernen',
    describe: 'Bild beschreiben',
    changeFormula: 'Formel ändern',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
  },
};
