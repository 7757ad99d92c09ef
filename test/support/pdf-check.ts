import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface StructureElement {
  readonly role: string;
  readonly children: readonly StructureElement[];
}

/** What an independent reader (pdf.js) finds in a PDF. */
export interface PdfContents {
  readonly pages: number;
  /** All text in reading order, without any white space, so that spread characters read as words. */
  readonly text: string;
  readonly pageTexts: readonly string[];
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly tagged: boolean;
  readonly displaysTitle: boolean;
  /** `part` + `conformance` of the PDF/A identification in the XMP metadata, e.g. `2A`. */
  readonly pdfA: string;
  /** Roles in document order, e.g. `['Document', 'P', 'H1', …]`. */
  readonly roles: readonly string[];
  readonly structure: readonly StructureElement[];
}

interface TreeNode {
  readonly role?: string;
  readonly children?: readonly TreeNode[];
}

/** Reads a PDF as a screen reader would; throws when it is not a PDF that can be opened. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContents> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const pageTexts: string[] = [];
  const structure: StructureElement[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent();
    pageTexts.push(
      content.items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, ''),
    );
    const tree = (await page.getStructTree()) as TreeNode | null;
    if (tree) structure.push(...(tree.children ?? []).flatMap(elementOf));
  }
  const { info, metadata } = (await pdf.getMetadata()) as {
    info: { Title?: string; Author?: string; Language?: string };
    metadata: { getRaw(): string } | null;
  };
  const xmp = metadata?.getRaw() ?? '';
  const preferences = (await pdf.getViewerPreferences()) as { DisplayDocTitle?: boolean } | null;
  const marks = (await pdf.getMarkInfo()) as { Marked?: boolean } | null;
  await pdf.destroy();
  return {
    pages: pageTexts.length,
    text: pageTexts.join(''),
    pageTexts,
    title: info.Title ?? '',
    author: info.Author ?? '',
    language: info.Language ?? '',
    tagged: marks?.Marked === true,
    displaysTitle: preferences?.DisplayDocTitle === true,
    pdfA: `${/<pdfaid:part>(\d)</.exec(xmp)?.[1] ?? ''}${/<pdfaid:conformance>(\w)</.exec(xmp)?.[1] ?? ''}`,
    roles: structure.flatMap(rolesOf),
    structure,
  };
}

const elementOf = (node: TreeNode): StructureElement[] =>
  node.role ? [{ role: node.role, children: (node.children ?? []).flatMap(elementOf) }] : [];

const rolesOf = (element: StructureElement): string[] => [element.role, ...element.children.flatMap(rolesOf)];
