import { PAPER_SCAN, type ApplicationDraft } from '../../applications/index.js';
import type { Question } from '../../forms/index.js';
import { FileField, VisuallyHidden, type Viewer } from '../shared/index.js';
import { FileItem } from '../shared/kept-files.js';
import { applicationUrl, filesOf } from './application-words.js';
import { StayButton } from './section-parts.js';

interface QuestionFilesProps {
  readonly viewer: Viewer;
  readonly draft: ApplicationDraft;
  readonly question: Extract<Question, { kind: 'file' }>;
}

/**
 * The field for files and what was added so far. Where the script runs, each file goes off when it is chosen and the
 * list grows; without it the button beside the field sends what was chosen.
 */
export function QuestionFiles({ viewer, draft, question }: QuestionFilesProps) {
  const { id, label, hint, required, many } = question;
  if (id === PAPER_SCAN && viewer.desk !== 'staff') return <ScanOfPaper viewer={viewer} draft={draft} label={label} />;
  const name = `form[${id}]`;
  return (
    <>
      <FileField
        name={name}
        label={label}
        hint={`${hint}（PDF、写真、Excel、Word。${many ? '一つ' : '一つだけ、'}20MBまで）`}
        required={required}
        accept=".pdf,.jpg,.jpeg,.png,.webp,.xlsx,.docx"
        multiple={many}
        sendTo={applicationUrl(viewer, draft.application.id, 'files')}
      />
      <div data-files-of={name}>
        <AddedFiles viewer={viewer} draft={draft} question={id} />
      </div>
      <div data-instead-of-sending={name}>
        <StayButton kind="secondary" act={`attach:${id}`} place={name}>
          選んだ書類を添える<VisuallyHidden>：{label}</VisuallyHidden>
        </StayButton>
      </div>
    </>
  );
}

/** The town hall's evidence of what came on paper: to be looked at, and to be left as it is. */
const ScanOfPaper = ({ viewer, draft, label }: Omit<QuestionFilesProps, 'question'> & { label: string }) => (
  <>
    <p>担当課が読み取った紙です。ここでは変えられません。</p>
    <ul class="added-files" aria-label={label}>
      {draft.draftFiles
        .filter(({ kind }) => kind === PAPER_SCAN)
        .map((file) => (
          <li key={file.id}>
            <FileItem file={file} access={filesOf(viewer, draft.application.id, draft.scans)} />
          </li>
        ))}
    </ul>
  </>
);

/** What was added to a question, each file to be looked at and taken out. */
export function AddedFiles({ viewer, draft, question }: Omit<QuestionFilesProps, 'question'> & { question: string }) {
  const added = draft.draftFiles.filter(({ kind }) => kind === question);
  const [first] = added;
  if (!first) return null;
  const access = filesOf(viewer, draft.application.id, draft.scans);
  return (
    <div role="group" aria-label={`添えた書類（${first.label}）`}>
      <ul class="added-files">
        {added.map((file) => (
          <li key={file.id}>
            <FileItem file={file} access={access}>
              {access.scans.get(file.sha256) === 'infected' && <span>別のファイルを添えてください。</span>}
              <StayButton act={`remove-file:${file.id}`} place={`form[${question}]`}>
                外す<VisuallyHidden>：{file.name}</VisuallyHidden>
              </StayButton>
            </FileItem>
          </li>
        ))}
      </ul>
    </div>
  );
}
