import { shortCode, type ApplicationDraft } from '../../applications/index.js';
import {
  Button,
  ButtonRow,
  DataTable,
  FileField,
  FileSize,
  Form,
  Hidden,
  Section,
  VisuallyHidden,
  type Viewer,
} from '../shared/index.js';
import { randomUUID } from 'node:crypto';
import { applicationPath } from './application-words.js';
import { PointsHere, SectionSteps } from './section-parts.js';

export const OTHER_FILES = {
  id: 'other',
  label: 'そのほかの書類',
  hint: '必要に応じて添えてください。',
  required: false,
};

/** 添付書類: what goes with the application, and one field for each file that may be added. */
export function FilesPage({ viewer, draft }: { viewer: Viewer; draft: ApplicationDraft }) {
  const { application, document, sections, points } = draft;
  const path = applicationPath(application.id, 'files');
  const pointers = [...new Set(points.map(({ pointer }) => pointer).filter((pointer) => pointer.startsWith('files.')))];
  return (
    <>
      <SectionSteps name="files" />
      <FileList viewer={viewer} draft={draft} />
      <Section title="書類を添える">
        <Form action={viewer.url(path)} upload version={sections.files.version}>
          <Hidden name="page" value={randomUUID()} />
          {pointers.map((pointer) => (
            <PointsHere draft={draft} section="files" pointer={pointer} key={pointer} />
          ))}
          {[...document.files, OTHER_FILES].map(({ id, label, hint, required }) => (
            <FileField
              name={`files[${id}]`}
              label={label}
              hint={`${hint}（PDF、写真、Excel、Word。20MBまで）`}
              required={required}
              accept=".pdf,.jpg,.jpeg,.png,.xlsx,.docx"
              key={id}
            />
          ))}
          <ButtonRow>
            <Button kind="secondary" name="act" value="stay">
              選んだ書類を添える
            </Button>
            <Button name="act" value="next">
              次へ
            </Button>
          </ButtonRow>
        </Form>
      </Section>
    </>
  );
}

function FileList({ viewer, draft }: { viewer: Viewer; draft: ApplicationDraft }) {
  const { application, content, draftFiles } = draft;
  const registered = content.files.filter(({ kind }) => kind === 'bylaws').map((file) => ({ ...file, id: null }));
  const href = (sha256: string): string => viewer.url(applicationPath(application.id, 'files', sha256));
  return (
    <DataTable
      caption="申請といっしょに送られる書類"
      empty="添えた書類はまだありません。"
      cards
      rows={[...registered, ...draftFiles]}
      columns={[
        { label: '書類', cell: ({ label, id }) => (id === null ? `${label}（団体の登録から）` : label) },
        { label: 'ファイル', cell: ({ name, sha256 }) => <a href={href(sha256)}>{name}</a> },
        { label: '大きさ', tight: true, cell: ({ size }) => <FileSize bytes={size} /> },
        { label: '照合コード', tight: true, cell: ({ sha256 }) => <code>{shortCode(sha256)}</code> },
        {
          label: '操作',
          cell: ({ id, name }) =>
            id === null ? (
              ''
            ) : (
              <form method="post" action={viewer.url(applicationPath(application.id, 'files', id, 'removal'))}>
                <Button kind="quiet" small>
                  外す<VisuallyHidden>：{name}</VisuallyHidden>
                </Button>
              </form>
            ),
        },
      ]}
    />
  );
}
