import { shortCode, type ApplicationDraft } from '../../applications/index.js';
import type { Question } from '../../programs/index.js';
import { Button, FileField, FileSize, VisuallyHidden, type Viewer } from '../shared/index.js';
import { applicationPath } from './application-words.js';

interface QuestionFilesProps {
  readonly viewer: Viewer;
  readonly draft: ApplicationDraft;
  readonly question: Extract<Question, { kind: 'file' }>;
}

/** What was added so far, each file to be looked at and taken out, and the field for more. */
export function QuestionFiles({ viewer, draft, question }: QuestionFilesProps) {
  const { id, label, hint, required, many } = question;
  const added = draft.draftFiles.filter(({ kind }) => kind === id);
  const href = (sha256: string): string => viewer.url(applicationPath(draft.application.id, 'files', sha256));
  return (
    <>
      <FileField
        name={`form[${id}]`}
        label={label}
        hint={`${hint}（PDF、写真、Excel、Word。${many ? '一つ' : '一つだけ、'}20MBまで）`}
        required={required}
        accept=".pdf,.jpg,.jpeg,.png,.xlsx,.docx"
        multiple={many}
      />
      {added.length > 0 && (
        <ul class="added-files" aria-label={`添えた書類（${label}）`}>
          {added.map((file) => (
            <li key={file.id}>
              <a href={href(file.sha256)}>{file.name}</a>{' '}
              <span class="hint">
                <FileSize bytes={file.size} />
                　照合コード {shortCode(file.sha256)}
              </span>
              <Button kind="quiet" small name="act" value={`remove-file:${file.id}`}>
                外す<VisuallyHidden>：{file.name}</VisuallyHidden>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button kind="secondary" small name="act" value={`attach:${id}`}>
        選んだ書類を添える<VisuallyHidden>：{label}</VisuallyHidden>
      </Button>
    </>
  );
}
