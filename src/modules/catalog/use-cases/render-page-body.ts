import type { PageBody } from '../domain/activity.js';
import { type RenderedPage, renderPage } from '../markdown/render-page.js';

/** Where the bytes of a course file are, for whoever may see the course. */
function fileAddress(fileId: string): string {
  return `/api/v1/files/${fileId}/content`;
}

/**
 * The HTML of a page. Links to other activities (`activity:<id>`) become `./<id>`: every interface shows the activities of a course
 * under addresses that differ in the last segment only. A link to an activity that is not among `activityIds` becomes text.
 */
export function renderPageBody({ markdown, assets }: PageBody, activityIds: ReadonlySet<string>): RenderedPage {
  const fileIds = new Map(Object.entries(assets));
  return renderPage(markdown, {
    asset: (path) => {
      const fileId = fileIds.get(path);
      return fileId === undefined ? null : fileAddress(fileId);
    },
    link: (path) => {
      const id = path.replace(/^activity:/, '');
      return id !== path && activityIds.has(id) ? `./${id}` : null;
    },
  });
}

/** The HTML of a text that stands alone, such as a brief: no pictures, only links to other sites. */
export function renderText(markdown: string): string {
  return renderPage(markdown, { asset: () => null, link: () => null }).html;
}
