export const grading = {
  title: 'Grading',
};
