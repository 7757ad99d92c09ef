import type { ComponentChildren } from 'preact';
import { shortCode } from '../../forms/index.js';
import type { ScanState } from '../../platform/files/index.js';
import { StatusTag } from './feedback.js';
import { SHOWN_INLINE } from './results.js';
import { FileSize, VisuallyHidden } from './values.js';

/** Looking at a file in the browser instead of saving it: the same address with this query. */
export const VIEW = 'view=1';

/** Where the files of a page are opened, and where each stands with the virus scanner, by their hash. */
export interface FileAccess {
  readonly href: (sha256: string) => string;
  readonly scans: ReadonlyMap<string, ScanState>;
}

interface OpenedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly href: string;
}

export const isPicture = (mediaType: string): boolean => mediaType.startsWith('image/');

export const mayBeOpened = (scan: ScanState): boolean => scan === 'clean' || scan === 'not-scanned';

/** Why a file cannot be opened; nothing beside one that can. */
export function ScanTag({ scan }: { scan: ScanState }) {
  if (scan === 'pending') return <StatusTag tone="info">ウイルス検査待ち</StatusTag>;
  return scan === 'infected' ? <StatusTag tone="danger">ウイルスが見つかったため使えません</StatusTag> : null;
}

/** The name of a file, as the link under which it is saved once it may be opened. */
export const FileLink = ({ name, href, scan }: Omit<OpenedFile, 'mediaType'> & { readonly scan: ScanState }) =>
  mayBeOpened(scan) ? (
    <a href={href}>{name}</a>
  ) : (
    <>
      {name} <ScanTag scan={scan} />
    </>
  );

/** One file of a list: its name, size and short code, what may be done with it, and the file itself folded away below. */
export function FileItem({
  file,
  access,
  children,
}: {
  readonly file: { readonly name: string; readonly mediaType: string; readonly size: number; readonly sha256: string };
  readonly access: FileAccess;
  readonly children?: ComponentChildren;
}) {
  const { name, mediaType, size, sha256 } = file;
  const href = access.href(sha256);
  const scan = access.scans.get(sha256) ?? 'not-scanned';
  return (
    <>
      <FileLink name={name} href={href} scan={scan} />{' '}
      <span class="hint">
        <FileSize bytes={size} />
        　照合コード <code>{shortCode(sha256)}</code>
      </span>
      {children}
      {mayBeOpened(scan) && <FilePreview name={name} mediaType={mediaType} href={href} />}
    </>
  );
}

/** A picture or a PDF in the page, read only when it is unfolded; other kinds can only be saved. */
export function FilePreview({ name, mediaType, href }: OpenedFile) {
  if (!SHOWN_INLINE.has(mediaType)) return null;
  const view = `${href}?${VIEW}`;
  return (
    <details class="file-preview">
      <summary>
        中を見る<VisuallyHidden>：{name}</VisuallyHidden>
      </summary>
      {isPicture(mediaType) ? (
        <img src={view} alt={name} loading="lazy" />
      ) : (
        <iframe src={view} title={name} loading="lazy"></iframe>
      )}
      <p>
        <a href={view} target="_blank" rel="noopener">
          大きく開く（新しいタブ）<VisuallyHidden>：{name}</VisuallyHidden>
        </a>
      </p>
    </details>
  );
}
