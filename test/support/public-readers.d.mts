export interface PngText {
  readonly keyword: string;
  readonly compressed: boolean;
  readonly method: number;
  readonly text: string;
}

export function readPngTexts(png: Uint8Array): { readonly order: readonly string[]; readonly texts: readonly PngText[] };

export function readSvgCredential(svg: string): {
  readonly namespace: string | undefined;
  readonly element: string;
  readonly text: string;
};

export interface ReadPdf {
  readonly title: string;
  readonly language: string | null;
  readonly marked: { readonly Marked: boolean } | null;
  /** Of PDF/UA that the document claims. */
  readonly part: string | null;
  readonly attachments: readonly { readonly filename: string; readonly content: Buffer }[];
  readonly pages: readonly {
    readonly text: string;
    readonly roles: readonly string[];
    readonly alternatives: readonly string[];
    readonly links: readonly string[];
  }[];
}

export function readPdf(bytes: Uint8Array): Promise<ReadPdf>;
