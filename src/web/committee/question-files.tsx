import { PAPER_SCAN, type ApplicationDraft } from '../../applications/index.js';
import type { Question } from '../../forms/index.js';
import { VisuallyHidden, type Viewer } from '../shared/index.js';
import { FileItem } from '../shared/kept-files.js';
import { applicationUrl, filesOf } from './application-words.js';
import { QuestionFiles } from '../shared/sections/question-files.js';
import { StayButton } from '../shared/sections/section-frame.js';

interface QuestionFilesProps {
  readonly viewer: Viewer;
  readonly draft: ApplicationDraft;
  readonly question: Extract<Question, { kind: 'file' }>;
}

/** The files that answer a question of an application. */
export function ApplicationFiles({ viewer, draft, question }: QuestionFilesProps) {
  if (question.id === PAPER_SCAN && viewer.desk !== 'staff') {
    return <ScanOfPaper viewer={viewer} draft={draft} label={question.label} />;
  }
  return (
    <QuestionFiles question={question} sendTo={applicationUrl(viewer, draft.application.id, 'files')}>
      <AddedFiles viewer={viewer} draft={draft} question={question.id} />
    </QuestionFiles>
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
