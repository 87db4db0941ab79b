export const authoring = {
  title: 'Editor',
};
