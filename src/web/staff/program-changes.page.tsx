import type { ChangedPart, ProgramVersion } from '../../programs/index.js';
import { ButtonLink, ButtonRow, EmptyState, type Viewer } from '../shared/index.js';
import { EditionChangesView } from '../shared/edition-changes.js';
import { editionInWords } from './program-words.js';

interface ProgramChangesProps {
  readonly viewer: Viewer;
  readonly before: ProgramVersion;
  readonly after: ProgramVersion;
  readonly parts: readonly ChangedPart[];
  readonly mayEdit: boolean;
}

/** What a new edition says otherwise than the one before it. */
export function ProgramChangesPage({ viewer, before, after, parts, mayEdit }: ProgramChangesProps) {
  return (
    <>
      <p>
        前の版：
        <a href={viewer.url(`staff/programs/${before.id}`)}>
          {before.document.name}（{editionInWords(before)}）
        </a>
        　新しい版：
        <a href={viewer.url(`staff/programs/${after.id}`)}>
          {after.document.name}（{editionInWords(after)}）
        </a>
      </p>
      {parts.length === 0 ? <EmptyState title="前の版と同じ内容です。" /> : <EditionChangesView parts={parts} />}
      {after.state === 'draft' && mayEdit && (
        <ButtonRow>
          <ButtonLink href={viewer.url(`staff/programs/${after.id}/edit`)}>下書きを直す</ButtonLink>
        </ButtonRow>
      )}
    </>
  );
}
