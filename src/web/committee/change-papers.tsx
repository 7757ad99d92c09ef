import type { Change, KeptPaper } from '../../grant-changes/index.js';
import { Button, ButtonRow, FileField, Form, Section, VisuallyHidden, type Viewer } from '../shared/index.js';
import { FileItem } from '../shared/kept-files.js';
import { changeUrl, isWritten } from './change-parts.js';

export const PAPER_HINT = '見積書、変更後の計画、写真など。PDF、写真、Excel、Word。一つ20MBまで、10個まで。';

interface PapersProps {
  readonly viewer: Viewer;
  readonly change: Change;
  readonly papers: readonly KeptPaper[];
}

/** The papers that go with a change: to be added and taken out while it is written, to be looked at afterwards. */
export function ChangePapers({ viewer, change, papers }: PapersProps) {
  const writing = isWritten(change);
  if (!writing && papers.length === 0) return null;
  const access = {
    href: (sha256: string) => changeUrl(viewer, change.id, 'papers', sha256),
    scans: new Map(papers.map(({ sha256, scan }) => [sha256, scan])),
  };
  return (
    <Section title="添える書類">
      {papers.length === 0 ? (
        <p>添えた書類はありません。なくても提出できます。</p>
      ) : (
        <ul class="added-files">
          {papers.map((paper) => (
            <li key={paper.id}>
              <FileItem file={paper} access={access} />
              {writing && (
                <Form
                  action={changeUrl(viewer, change.id, 'papers', paper.id, 'removal')}
                  label={`${paper.name}を外す`}
                >
                  <Button kind="quiet" small>
                    外す<VisuallyHidden>：{paper.name}</VisuallyHidden>
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {writing && (
        <Form action={changeUrl(viewer, change.id, 'papers')} upload label="書類を添える">
          <FileField
            name="papers"
            label="添える書類"
            hint={PAPER_HINT}
            multiple
            accept=".pdf,.jpg,.jpeg,.png,.webp,.xlsx,.docx"
          />
          <ButtonRow>
            <Button kind="secondary" small>
              選んだ書類を添える
            </Button>
          </ButtonRow>
        </Form>
      )}
    </Section>
  );
}
