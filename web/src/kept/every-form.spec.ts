import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FEATURES = fileURLToPath(new URL('../features', import.meta.url));
const KEEPS = /\buse(?:Kept|Edit|Setting|Draft)\(|\buse(?:Kept|Edit|Setting)</;

/** Forms that keep nothing themselves, and why nothing that is typed into them is lost all the same. */
const OTHERS: Record<string, string> = {
  'account/EraseDialog.tsx': 'a password',
  'account/PasswordForm.tsx': 'passwords',
  'authoring/document/DocumentFrame.tsx': 'around a document, which is kept by use-document.ts',
  'badges/BadgeVisibility.tsx': 'one choice',
  'badges/WalletDialog.tsx': 'one choice',
  'gallery/FieldStates.tsx': 'the gallery of components',
  'institution/SettingForm.tsx': 'around a setting, which is kept by use-setting.ts',
  'institution/keys/RotateForm.tsx': 'one choice',
  'institution/webhooks/WishForm.tsx': 'the fields of EndpointForm.tsx',
  'office/erasures/RefuseDialog.tsx': 'one choice',
  'office/from-file/FilesScreen.tsx': 'one file, which is uploaded at once',
  'records/historic/ConfirmAwards.tsx': 'one choice',
};

describe('every form', () => {
  const forms = readdirSync(FEATURES, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .map((path) => ({ path: path.replaceAll('\\', '/'), source: readFileSync(join(FEATURES, path), 'utf8') }))
    .filter(({ source }) => /<Form\b/.test(source));

  it('keeps what is typed into it, or says here why not', () => {
    const keepNothing = forms.filter(({ source }) => !KEEPS.test(source)).map(({ path }) => path);
    expect(keepNothing.sort()).toEqual(Object.keys(OTHERS).sort());
  });
});
