import { assetPath, fileLinkMarkdown, pictureMarkdown } from './asset-path';

describe('assetPath', () => {
  it.each([
    ['Bus routes (2024).PNG', 'files/Bus-routes-2024.PNG'],
    ['größe.svg', 'files/größe.svg'],
    ['.htaccess', 'files/file.htaccess'],
    ['no ending', 'files/no-ending'],
  ])('names %s as %s', (name, path) => {
    expect(assetPath(name, new Set())).toBe(path);
  });

  it('takes no path twice', () => {
    expect(assetPath('a.png', new Set(['files/a.png', 'files/a-2.png']))).toBe('files/a-3.png');
  });
});

describe('pictureMarkdown', () => {
  it('keeps what is said of a picture from being read as Markdown', () => {
    expect(pictureMarkdown('files/a.png', 'Visits [2024]\nfell', 'The "honest" one')).toBe(
      String.raw`![Visits \[2024\] fell](files/a.png "The \"honest\" one")`,
    );
  });

  it('leaves out a caption that is not there', () => {
    expect([pictureMarkdown('a.png', '', ' '), fileLinkMarkdown('b.csv', 'b_1.csv')]).toEqual([
      '![](a.png)',
      String.raw`[b\_1.csv](b.csv)`,
    ]);
  });
});
