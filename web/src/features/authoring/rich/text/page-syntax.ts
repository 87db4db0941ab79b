/**
 * The dialect of a page, as the server reads it. These few files are pure and are imported rather than written again:
 * an editor that read one sign otherwise than the renderer would change what learners see (ADR 20).
 */
export { balanceFences } from '../../../../../../src/modules/catalog/markdown/balance-fences';
export { settleDollarSigns } from '../../../../../../src/modules/catalog/markdown/dollar-signs';
export { parsePage } from '../../../../../../src/modules/catalog/markdown/page-syntax';
export { parsePictureAttributes, takePictureAttributes } from '../../../../../../src/modules/catalog/markdown/picture-attributes';
export { closingTag, LINE_BREAK } from '../../../../../../src/modules/catalog/markdown/raw-html';
