/** Formats that are text: nothing but their name tells them apart, so the name is believed and the bytes must be UTF-8. */
export const TEXT_TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bib: 'application/x-bibtex',
    c: 'text/x-c',
    cpp: 'text/x-c++',
    cs: 'text/x-csharp',
    css: 'text/css',
    csv: 'text/csv',
    geojson: 'application/geo+json',
    go: 'text/x-go',
    h: 'text/x-c',
    htm: 'text/html',
    html: 'text/html',
    ipynb: 'application/x-ipynb+json',
    java: 'text/x-java',
    jl: 'text/x-julia',
    js: 'text/javascript',
    json: 'application/json',
    jsonld: 'application/ld+json',
    kt: 'text/x-kotlin',
    log: 'text/plain',
    m: 'text/x-matlab',
    markdown: 'text/markdown',
    md: 'text/markdown',
    php: 'text/x-php',
    py: 'text/x-python',
    qmd: 'text/markdown',
    r: 'text/x-r',
    rb: 'text/x-ruby',
    rmd: 'text/markdown',
    rs: 'text/x-rust',
    sh: 'text/x-shellscript',
    sql: 'application/sql',
    srt: 'application/x-subrip',
    svg: 'image/svg+xml',
    tex: 'application/x-tex',
    text: 'text/plain',
    toml: 'application/toml',
    ts: 'text/x-typescript',
    tsv: 'text/tab-separated-values',
    txt: 'text/plain',
    vtt: 'text/vtt',
    xml: 'application/xml',
    yaml: 'application/yaml',
    yml: 'application/yaml',
  }),
);

/** A binary format: its media type, and the types that its bytes may be recognised as (a .docx is a zip, if one looks no closer). */
interface BinaryFormat {
  mediaType: string;
  recognisedAs: readonly string[];
}

const ZIP = 'application/zip';
const COMPOUND = 'application/x-cfb';
const MP4_FAMILY = ['video/mp4', 'audio/mp4', 'audio/x-m4a', 'video/x-m4v', 'video/quicktime', 'video/3gpp'];
const OGG_FAMILY = ['audio/ogg', 'video/ogg', 'application/ogg', 'audio/ogg; codecs=opus'];
const MATROSKA_FAMILY = ['video/webm', 'video/matroska', 'video/x-matroska'];
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

const format = (mediaType: string, ...others: string[]): BinaryFormat => ({ mediaType, recognisedAs: [mediaType, ...others] });

export const BINARY_TYPES: ReadonlyMap<string, BinaryFormat> = new Map(
  Object.entries({
    avif: format('image/avif'),
    doc: format('application/msword', COMPOUND),
    docx: format(`${OFFICE}.wordprocessingml.document`, ZIP),
    epub: format('application/epub+zip', ZIP),
    flac: format('audio/flac', 'audio/x-flac'),
    gif: format('image/gif'),
    gz: format('application/gzip'),
    heic: format('image/heic', 'image/heif'),
    imscc: format(ZIP),
    jpeg: format('image/jpeg'),
    jpg: format('image/jpeg'),
    m4a: format('audio/mp4', ...MP4_FAMILY),
    mkv: format('video/matroska', ...MATROSKA_FAMILY),
    mov: format('video/quicktime', ...MP4_FAMILY),
    mp3: format('audio/mpeg'),
    mp4: format('video/mp4', ...MP4_FAMILY),
    odp: format(`${OPEN_DOCUMENT}.presentation`, ZIP),
    ods: format(`${OPEN_DOCUMENT}.spreadsheet`, ZIP),
    odt: format(`${OPEN_DOCUMENT}.text`, ZIP),
    ogg: format('audio/ogg', ...OGG_FAMILY),
    ogv: format('video/ogg', ...OGG_FAMILY),
    opus: format('audio/ogg', ...OGG_FAMILY),
    pdf: format('application/pdf'),
    png: format('image/png', 'image/apng'),
    ppt: format('application/vnd.ms-powerpoint', COMPOUND),
    pptx: format(`${OFFICE}.presentationml.presentation`, ZIP),
    rtf: format('application/rtf'),
    tif: format('image/tiff'),
    tiff: format('image/tiff'),
    wav: format('audio/wav'),
    webm: format('video/webm', ...MATROSKA_FAMILY),
    webp: format('image/webp'),
    xls: format('application/vnd.ms-excel', COMPOUND),
    xlsx: format(`${OFFICE}.spreadsheetml.sheet`, ZIP),
    zip: format(ZIP),
  }),
);

/** Whether a media type is covered by patterns such as `text/*` or `application/pdf`; no patterns cover everything. */
export function coversMediaType(patterns: readonly string[], mediaType: string): boolean {
  if (patterns.length === 0) return true;
  return patterns.some((pattern) => {
    if (pattern === '*/*') return true;
    return pattern.endsWith('/*') ? mediaType.startsWith(pattern.slice(0, -1)) : pattern === mediaType;
  });
}
