import type { LetterView } from '../../notices/index.js';
import { ButtonLink, ButtonRow, Details, Moment, type Viewer } from '../shared/index.js';
import { LetterText } from '../shared/letter-words.js';

/** The letter to be read here, and its PDF to be kept. */
export function CommitteeLetterPage({ viewer, view }: { viewer: Viewer; view: LetterView }) {
  const pdf = viewer.url(`committee/letters/${view.id}/pdf`);
  return (
    <>
      <ButtonRow>
        <ButtonLink href={pdf}>PDFを開く</ButtonLink>
        <ButtonLink kind="secondary" href={pdf} download>
          PDFを保存する
        </ButtonLink>
      </ButtonRow>
      <LetterText view={view} />
      <Details summary="この文書の記録">
        <p>
          初めて開いた日時：
          <Moment at={view.openedAt} />
        </p>
        {view.checkCode && (
          <p>
            確認コード：<a href={viewer.url(`check/${view.checkCode}`)}>{view.checkCode}</a>
            （誰でも本物かどうかを確かめられます）
          </p>
        )}
        {view.sha256 && (
          <p>
            PDFの照合コード（SHA-256）：<code class="hash">{view.sha256}</code>
          </p>
        )}
      </Details>
    </>
  );
}
