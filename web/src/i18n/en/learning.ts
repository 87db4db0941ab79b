export const learning = {
  title: 'My learning',
};
