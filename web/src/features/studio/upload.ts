import { api, read, type View } from '../../api/client';

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file);
  return form;
}

/** The file as multipart/form-data, which the browser writes by itself. */
const asForm = (file: File) => ({ body: { file: '' }, bodySerializer: () => formOf(file) });

export function uploadFile(file: File, purpose: 'course-asset' | 'badge-image'): Promise<View<'FileView'>> {
  return read(api.POST('/api/v1/files', { params: { query: { purpose } }, ...asForm(file) }));
}
