import { uploads } from '../i18n/en/uploads';
import { kindName } from './file-kinds';

describe('kindName', () => {
  it('says what people say', () => {
    expect(['application/pdf', 'image/*'].map((type) => kindName(type, uploads.kinds))).toEqual(['PDF', 'Pictures']);
  });

  it('leaves what is seldom as it is', () => {
    expect(kindName('model/stl', uploads.kinds)).toBe('model/stl');
  });
});
