import type { MeetingFile, MeetingView, Photo } from '../../records/index.js';
import { FileLink } from './kept-files.js';
import { Section } from './structure.js';
import { PlainText } from './text-blocks.js';
import { Day, FileSize, VisuallyHidden } from './values.js';

/** Where the photographs and files of a meeting are opened: residents and staff have addresses of their own. */
export interface EnclosureAddresses {
  readonly photo: (id: string, size: 'large' | 'small') => string;
  readonly file: (id: string) => string;
}

/** What was done at a meeting, with its photographs and files, the same for residents and in the preview. */
export function MeetingRecord({
  view: { meeting, photos, files, scans },
  addresses,
}: {
  view: Pick<MeetingView, 'meeting' | 'photos' | 'files' | 'scans'>;
  addresses: EnclosureAddresses;
}) {
  return (
    <>
      <p class="hint">
        開催日：
        <Day date={meeting.heldOn} western />
      </p>
      <PlainText text={meeting.body} level={2} />
      {photos.length > 0 && (
        <Section title={`写真（${String(photos.length)}枚）`}>
          <Photos photos={photos} addresses={addresses} />
        </Section>
      )}
      {files.length > 0 && (
        <Section title="資料">
          <Files files={files} scans={scans} addresses={addresses} />
        </Section>
      )}
    </>
  );
}

/** Small ones that open large; the words are read once, as those of the picture. */
export const Photos = ({ photos, addresses }: { photos: readonly Photo[]; addresses: EnclosureAddresses }) => (
  <ul class="photos">
    {photos.map(({ id, description, width, height }) => (
      <li key={id}>
        <a href={addresses.photo(id, 'large')}>
          <img src={addresses.photo(id, 'small')} alt={description} width={width} height={height} loading="lazy" />
          <VisuallyHidden>（大きく開く）</VisuallyHidden>
        </a>
        <span class="hint" aria-hidden="true">
          {description}
        </span>
      </li>
    ))}
  </ul>
);

const Files = ({
  files,
  scans,
  addresses,
}: Pick<MeetingView, 'scans'> & { files: readonly MeetingFile[]; addresses: EnclosureAddresses }) => (
  <ul class="plain-list">
    {files.map(({ id, title, name, size, sha256 }) => (
      <li key={id}>
        <FileLink name={title} href={addresses.file(id)} scan={scans.get(sha256) ?? 'not-scanned'} />{' '}
        <span class="hint">
          {kindOf(name)} <FileSize bytes={size} />
        </span>
      </li>
    ))}
  </ul>
);

/** `PDF`, as people name a kind of file. */
const kindOf = (name: string): string => (name.split('.').pop() ?? '').toUpperCase();
